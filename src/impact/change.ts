// What a comparison finds, as plain data: the document that `--format json` prints.

/** Something before and after; null where it is not there. */
export interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** How two documents of one store differ. */
export interface Impact {
  /** The store's name. */
  readonly store: string;
  readonly project_version: Change<string>;
  /** Features that differ, by key. */
  readonly features: readonly FeatureImpact[];
  /** Tables that differ: those of features by key, then system tables. */
  readonly tables: readonly TableImpact[];
}

/** A feature that differs. */
export interface FeatureImpact {
  readonly key: string;
  /** `version`: data must be computed again. `definition`: only what is recorded about the feature differs. */
  readonly change: "added" | "removed" | "version" | "definition";
  readonly project: Change<string>;
  readonly feature_version: Change<string>;
  readonly definition_version: Change<string>;
  /** Fields with another version, in the order of the spec. */
  readonly fields: readonly FieldImpact[];
  /** Parts of the spec that differ, e.g. `deps[video].rename`. */
  readonly spec: readonly string[];
  /** Features below that get another version because of this one, nearest first. */
  readonly reach: readonly { readonly key: string; readonly distance: number }[];
}

/** A field with another version, and why. */
export interface FieldImpact {
  readonly field: string;
  readonly version: Change<string>;
  readonly causes: readonly Cause[];
}

/** Why a field has another version. */
export type Cause =
  | { readonly kind: "added" | "removed" }
  | { readonly kind: "code-version"; readonly before: string; readonly after: string }
  /** It is made of other fields. */
  | {
      readonly kind: "parents";
      readonly through: Through;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** What it is made of has another version: `video.frames`. */
  | { readonly kind: "upstream"; readonly parents: readonly string[] }
  | { readonly kind: "hash-length"; readonly before: number; readonly after: number }
  /** A feature of another project changed, which the documents do not hold. */
  | { readonly kind: "elsewhere" };

/** What decided that a field has other parents. */
export type Through = "field dependencies" | "dependencies" | "fields mapping" | "upstream fields";

/** A table of another shape. */
export interface TableImpact {
  readonly table: string;
  readonly feature: string | null;
  readonly change: "added" | "removed" | "changed";
  /** Set when the table has another name. */
  readonly renamed: Change<string> | null;
  readonly comment: Change<string> | null;
  readonly columns: readonly ColumnImpact[];
  /** Keys, indexes and constraints. */
  readonly parts: readonly PartImpact[];
}

/** A column that comes, goes or differs. */
export interface ColumnImpact {
  readonly column: string;
  readonly change: "added" | "removed" | "changed";
  /** What differs; everything of a column that comes or goes. */
  readonly properties: readonly (Change<string> & { readonly property: ColumnProperty })[];
}

/** What a column has besides its name. */
export type ColumnProperty = "type" | "null" | "default" | "generated" | "autoincrement" | "comment";

/** A key, an index or a constraint. */
export interface PartImpact extends Change<string> {
  readonly part: "primary key" | "index" | "unique constraint" | "check constraint" | "foreign key";
  readonly name: string | null;
}
