// What a feature class says (`FeatureDecl`, the output of link) and what it means among the others (`Feature` and
// `FeatureGraph`, the output of resolve).

import type { ColumnType } from "./column-type.ts";
import type { JsonObject } from "./json.ts";
import type { Located, Span } from "./span.ts";
import type { FeatureSpecDecl } from "./spec.ts";
import type { SqlText } from "./sql-text.ts";
import type { ClassId, StaticValue } from "./value.ts";

/** Referential actions of a foreign key, as SQL spells them. */
export type ReferentialAction = "CASCADE" | "SET NULL" | "SET DEFAULT" | "RESTRICT" | "NO ACTION";

/** What a foreign key points at: a table by its unprefixed name, or a feature class. */
export type ForeignKeyTarget =
  | { readonly kind: "table"; readonly table: string; readonly column: string; readonly span: Span }
  | { readonly kind: "class"; readonly id: ClassId; readonly column: string; readonly span: Span };

/** The options of `Field({ … })`; absent options are absent, not `undefined`. */
export interface FieldOptions {
  readonly primaryKey?: Located<boolean>;
  readonly index?: Located<boolean>;
  readonly unique?: Located<boolean>;
  readonly nullable?: Located<boolean>;
  /** A literal: null, boolean, number, bigint, string, or an array or object of them. Also `x: T = <literal>`. */
  readonly default?: StaticValue;
  readonly defaultSql?: SqlText;
  readonly generatedSql?: SqlText;
  readonly autoincrement?: Located<boolean>;
  readonly maxLength?: Located<number>;
  readonly precision?: Located<number>;
  readonly scale?: Located<number>;
  readonly name?: Located<string>;
  readonly type?: SqlText;
  readonly foreignKey?: ForeignKeyTarget;
  readonly onDelete?: Located<ReferentialAction>;
  readonly onUpdate?: Located<ReferentialAction>;
  readonly description?: Located<string>;
  readonly renamedFrom?: Located<string>;
}

/** A column as declared by one property of a class or of one of its bases. */
export interface ColumnDecl {
  /** The property's name; the SQL name is `options.name`, else this through `column_naming`. */
  readonly property: string;
  /** The property's name in the source. */
  readonly span: Span;
  readonly type: ColumnType;
  /** True when the type admits `null` or `undefined`, or the property is optional. */
  readonly nullable: boolean;
  /** True for `x?: T`, which Python writes `x: T | None = None`: it may be left out, while `x: T | null` may not. */
  readonly optional: boolean;
  /** The type annotation, where a diagnostic about the type points. */
  readonly typeSpan: Span;
  readonly options: FieldOptions;
  /** The property's JSDoc, cleaned. */
  readonly doc: string | null;
  /** The class that declared it last. */
  readonly owner: ClassId;
}

/** An entry of `static tableArgs`. */
export type TableArg =
  | {
      readonly kind: "index";
      readonly name: Located<string> | null;
      readonly columns: readonly IndexColumn[];
      readonly unique: boolean;
      readonly where: SqlText | null;
      readonly using: Located<string> | null;
      readonly include: readonly Located<string>[];
      readonly span: Span;
    }
  | {
      readonly kind: "unique";
      readonly name: Located<string> | null;
      readonly columns: readonly Located<string>[];
      readonly span: Span;
    }
  | {
      readonly kind: "check";
      readonly name: Located<string> | null;
      readonly expression: SqlText;
      readonly span: Span;
    }
  | {
      readonly kind: "primary-key";
      readonly name: Located<string> | null;
      readonly columns: readonly Located<string>[];
      readonly span: Span;
    }
  | {
      readonly kind: "foreign-key";
      readonly name: Located<string> | null;
      readonly columns: readonly Located<string>[];
      readonly targets: readonly ForeignKeyTarget[];
      readonly onDelete: ReferentialAction | null;
      readonly onUpdate: ReferentialAction | null;
      readonly span: Span;
    };

/** A member of an index: a column, or a raw SQL expression. */
export interface IndexColumn {
  readonly column: Located<string> | null;
  readonly expression: SqlText | null;
  readonly descending: boolean;
  /** Where null comes; absent where that is the engine's choice. */
  readonly nulls?: "first" | "last";
  /** PostgreSQL's operator class; absent for the type's own. */
  readonly opclass?: Located<string>;
}

/** The trailing object of `tableArgs`: comment, schema, and options per dialect. */
export interface TableOptions {
  readonly comment?: Located<string>;
  readonly schema?: Located<string>;
  /** `{ clickhouse: {…} }`: checked by the dialect that reads it. */
  readonly dialects: Readonly<Record<string, StaticValue & { readonly kind: "object" }>>;
}

/** Injection asked for by `featureConfig.ext.sqlmodel`; null where the class is silent. */
export interface InjectionDecl {
  readonly primaryKey: Located<boolean> | null;
  readonly index: Located<boolean> | null;
}

/** Everything one feature class says. */
export interface FeatureDecl {
  readonly id: ClassId;
  /** The name Python would see as `__name__`. */
  readonly className: string;
  /** The class's name in the source (the `class` keyword of an anonymous one). */
  readonly span: Span;
  readonly base: "BaseFeature" | "BaseSQLModelFeature";
  /** `static table = true`. */
  readonly table: boolean;
  readonly spec: FeatureSpecDecl;
  /** Base classes first; an override keeps the place of what it overrides. */
  readonly columns: readonly ColumnDecl[];
  /** `static project`. */
  readonly project: Located<string> | null;
  /** `static tableName`. */
  readonly tableName: Located<string> | null;
  readonly tableArgs: readonly TableArg[];
  readonly tableOptions: TableOptions;
  readonly injection: InjectionDecl;
  /** The class's JSDoc, cleaned as `inspect.cleandoc` cleans a docstring. */
  readonly doc: string | null;
  /** Modules whose text this declaration depends on, the class's own first; the unit of incremental compilation. */
  readonly modules: readonly string[];
}

/** A field whose parents are known. */
export interface Field {
  /** `audio/french`. */
  readonly key: string;
  readonly codeVersion: string;
  /** Parent fields, de-duplicated, in order of discovery. */
  readonly parents: readonly FieldParent[];
  readonly span: Span;
}

/** A parent field in an upstream feature. */
export interface FieldParent {
  readonly feature: string;
  readonly field: string;
}

/** A feature with its place in the graph. */
export interface Feature {
  /** `video/raw`. */
  readonly key: string;
  readonly parts: readonly string[];
  readonly project: string;
  /** False for features that only resolve as dependencies of other projects' features. */
  readonly selected: boolean;
  /** Null for a feature of another code base, read from `metaxy.lock`. */
  readonly decl: FeatureDecl | null;
  /** Python's `model_dump(mode="json")` of the spec, JSDoc injected as description. */
  readonly spec: JsonObject;
  readonly idColumns: readonly string[];
  readonly fields: readonly Field[];
  /** Keys of the features it depends on, in declaration order, without repeats. */
  readonly upstream: readonly string[];
  /** Keys of the features that depend on it, sorted. */
  readonly downstream: readonly string[];
  /** The entry of `metaxy.lock` it comes from; null for features declared here. */
  readonly locked: LockedFeature | null;
}

/** Versions a lock file states for a feature of another code base. */
export interface LockedVersions {
  /** Where the class was declared, e.g. `package.module.Class`; null when the lock file does not say. */
  readonly classPath: string | null;
  readonly featureVersion: string;
  readonly definitionVersion: string;
  readonly fieldVersions: Readonly<Record<string, string>>;
  readonly featureSchema: JsonObject;
  /** Where the versions stand. */
  readonly places: {
    readonly version: Span;
    readonly definitionVersion: Span;
    readonly fields: Readonly<Record<string, Span>>;
  };
}

/** A feature of another code base, as `metaxy.lock` states it. */
export interface LockedFeature {
  /** `video/raw`. */
  readonly key: string;
  readonly parts: readonly string[];
  readonly project: string;
  /** Every place in it is the entry's. */
  readonly spec: FeatureSpecDecl;
  /** Properties of its JSON schema, without the system columns. */
  readonly columns: readonly string[];
  readonly versions: LockedVersions;
  /** Its entry in the lock file. */
  readonly span: Span;
}

/** All features, closed under dependency and ordered so that parents come first. */
export interface FeatureGraph {
  /** Topological order, ties by key. */
  readonly features: readonly Feature[];
  readonly byKey: ReadonlyMap<string, Feature>;
  /** The project that is compiled, or null with `--all-projects`. */
  readonly project: string | null;
}
