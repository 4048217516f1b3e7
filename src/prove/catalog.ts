// What an engine says exists: tables, columns, keys and indexes in the engine's own spelling. Null stands for "the engine
// does not keep this" wherever some engine forgets it (DuckDB keeps no constraint names, no direction of an index).

import type { ReferentialAction } from "../model/feature.ts";

/** Everything in the schemas that were asked for, sorted by schema and name. */
export interface Catalog {
  readonly tables: readonly CatalogTable[];
}

/** One table as the engine describes it. */
export interface CatalogTable {
  /** Null for the schema in which tables without one go. */
  readonly schema: string | null;
  readonly name: string;
  readonly comment: string | null;
  /** In order. */
  readonly columns: readonly CatalogColumn[];
  readonly primaryKey: CatalogKey | null;
  /** Null where the engine makes no difference between them and unique indexes: they are among `indexes` then. */
  readonly uniqueConstraints: readonly CatalogKey[] | null;
  readonly checkConstraints: readonly CatalogCheck[];
  readonly foreignKeys: readonly CatalogForeignKey[];
  /** Without those that only serve a constraint. */
  readonly indexes: readonly CatalogIndex[];
  readonly clauses: Clauses;
}

/** What stands around the columns of a table, by its first words: `ENGINE` to `MergeTree`. */
export type Clauses = Readonly<Record<string, string>>;

/** One column as the engine describes it. */
export interface CatalogColumn {
  readonly name: string;
  /** The type in the engine's own spelling, e.g. `timestamp with time zone`. */
  readonly type: string;
  readonly nullable: boolean;
  /** The default as an expression; null without one. */
  readonly default: string | null;
  /** The expression of a generated column. */
  readonly generated: string | null;
  /** Numbered by the engine. */
  readonly autoincrement: boolean;
  readonly comment: string | null;
}

/** A primary key or a unique constraint. */
export interface CatalogKey {
  readonly name: string | null;
  readonly columns: readonly string[];
}

/** A check constraint. */
export interface CatalogCheck {
  readonly name: string | null;
  readonly expression: string;
}

/** A foreign key. Actions are null where the engine keeps none. */
export interface CatalogForeignKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly referredSchema: string | null;
  readonly referredTable: string;
  readonly referredColumns: readonly string[];
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;
}

/** A secondary index. */
export interface CatalogIndex {
  readonly name: string;
  readonly parts: readonly CatalogIndexPart[];
  readonly unique: boolean;
  /** The predicate of a partial index. */
  readonly where: string | null;
  /** Lower case; null where the engine has one kind of index only. */
  readonly using: string | null;
  readonly include: readonly string[];
}

/** A member of an index: a column's name as the engine quotes it, or an expression. */
interface CatalogIndexPart {
  readonly text: string;
  readonly descending: boolean | null;
  /** Whether null comes first; absent where the catalog does not say. */
  readonly nullsFirst?: boolean;
}
