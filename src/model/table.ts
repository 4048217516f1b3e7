// Logical tables: what will exist in the database, before a dialect spells it.

import type { ColumnType } from "./column-type.ts";
import type { ReferentialAction } from "./feature.ts";
import type { Span } from "./span.ts";
import type { SqlPiece, SqlText } from "./sql-text.ts";
import type { StaticValue } from "./value.ts";

/** What a new row gets when the column is not named. */
export type ColumnDefault =
  | { readonly kind: "literal"; readonly value: StaticValue }
  | { readonly kind: "sql"; readonly sql: SqlText };

/** A column of a logical table. */
export interface TableColumn {
  readonly name: string;
  /** What the class calls it; absent where that is its name. */
  readonly property?: string;
  /** What it is kept as. */
  readonly type: ColumnType;
  /** What its author declared; absent where that is what it is kept as. */
  readonly declared?: ColumnType;
  /** Written instead of the dialect's own spelling of `type`. */
  readonly sqlType: SqlText | null;
  readonly nullable: boolean;
  readonly default: ColumnDefault | null;
  /** Expression of a stored generated column. */
  readonly generated: SqlText | null;
  readonly autoincrement: boolean;
  readonly comment: string | null;
  /** One of the ten `metaxy_*` columns, or any column of a system table. */
  readonly system: boolean;
  /** One of the feature's id columns. */
  readonly id: boolean;
  /** Part of a key, an index or a unique constraint: some dialects need another type there. */
  readonly key: boolean;
  /** Null for system columns. */
  readonly source: Span | null;
  /** Where `Field({ name })` writes the name; absent where the property is the name. */
  readonly nameSource?: Span;
}

/** A primary key. `name` is null where the convention names none. */
export interface PrimaryKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  /** Where the user asked for it; null when injected by configuration. */
  readonly source: Span | null;
}

/** A member of an index. Exactly one of `column` and `expression` is set. */
export interface IndexPart {
  readonly column: string | null;
  readonly expression: SqlText | null;
  readonly descending: boolean;
  /** Where null comes; absent where that is the engine's choice. */
  readonly nulls?: "first" | "last";
  /** PostgreSQL's operator class; absent for the type's own. */
  readonly opclass?: SqlPiece;
}

/** A secondary index. */
export interface Index {
  readonly name: string;
  readonly parts: readonly IndexPart[];
  readonly unique: boolean;
  readonly where: SqlText | null;
  readonly using: string | null;
  readonly include: readonly string[];
  readonly source: Span | null;
}

/** A unique constraint. */
export interface UniqueConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly source: Span | null;
}

/** A check constraint. */
export interface CheckConstraint {
  readonly name: string | null;
  readonly expression: SqlText;
  /** The column whose type brings the check along; absent where the author wrote it. */
  readonly derivedFrom?: string;
  readonly source: Span | null;
}

/** A foreign key. The target's name is already prefixed. */
export interface ForeignKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly referredSchema: string | null;
  readonly referredTable: string;
  readonly referredColumns: readonly string[];
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;
  readonly source: Span | null;
}

/** A logical table of one store. */
export interface Table {
  readonly name: string;
  readonly schema: string | null;
  /** The feature's key, or null for a system table. */
  readonly feature: string | null;
  readonly kind: "feature" | "system";
  readonly comment: string | null;
  readonly columns: readonly TableColumn[];
  readonly primaryKey: PrimaryKey | null;
  /** Sorted by name. */
  readonly indexes: readonly Index[];
  readonly uniqueConstraints: readonly UniqueConstraint[];
  readonly checkConstraints: readonly CheckConstraint[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Options of `tableArgs` for each dialect, unchecked. */
  readonly dialectOptions: Readonly<Record<string, StaticValue & { readonly kind: "object" }>>;
  /** The class's name; null for system tables. */
  readonly source: Span | null;
}
