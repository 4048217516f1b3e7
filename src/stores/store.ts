// What the compiler knows about Metaxy's own store for a dialect. A dialect's record says what the engine can do; this one
// says what Metaxy's store does with it, beside each fact the Metaxy it was tried on.

import type { ColumnKind, ColumnType, ScalarKind } from "../model/column-type.ts";

/** How the `*_by_field` columns are kept: a map takes any field, a struct has a member for each field of its feature. */
export type ByField = "map" | "struct";

/** Metaxy's store for one dialect. */
export interface MetaxyStore {
  /** For diagnostics: `Metaxy's DuckDB store`. */
  readonly title: string;
  readonly byField: ByFieldRules;
  readonly columns: ColumnRules;
  readonly names: NameRules;
}

/** The `*_by_field` columns that a store writes, which are the only ones it can work with. */
interface ByFieldRules {
  /** With `enable_map_datatype` off, which is the default. */
  readonly plain: ByField;
  /** With it on. */
  readonly mapDatatype: ByField | Failure;
}

/** What a store cannot do, as the end of a sentence about it. */
interface Failure {
  readonly fails: string;
}

/** Which tables a store finds. */
interface NameRules {
  /** The schema in which its connection starts; null where the store's own configuration names one. */
  readonly schema: string | null;
  /** Names that its hard delete, which does not quote them, reads as they are. */
  readonly bare: RegExp;
  /** Names among those that it cannot read, because they are keywords. */
  readonly keywords: ReadonlySet<string>;
}

/** Columns that the engine takes and the store cannot use: what is made in their place, and what is only warned of. */
export interface ColumnRules {
  /** Kinds that are kept as text, wherever they stand. */
  readonly asText: readonly ScalarKind[];
  /** Kinds that are kept as text inside a list, a map or an object. */
  readonly asTextInside: readonly ScalarKind[];
  /** Kinds whose lists are kept as one JSON document. */
  readonly documentLists: readonly ColumnKind[];
  /** SQL types that are there nevertheless, because an author or SQLAlchemy spells them so. The first that fits counts. */
  readonly sqlTypes: readonly SqlTypeFault[];
  /** What is wrong with a type for which the store has nothing better; null where nothing is. */
  readonly fault: (declared: ColumnType, mapDatatype: boolean) => ColumnFault | null;
}

/** An SQL type that a store cannot use. */
export interface SqlTypeFault {
  /** Matches the type without what stands between quotes. */
  readonly pattern: RegExp;
  /** What the store cannot do, after its name: `cannot read a table with such a column`. */
  readonly fails: string;
  /** The SQL type that the column has where only its TypeScript type is given. */
  readonly instead: string;
}

/** What a store cannot do with a column for which it has nothing better. */
export interface ColumnFault {
  /** After the store's name: `cannot write a map that was read into Polars`. */
  readonly fails: string;
  /** What to do. */
  readonly help: string;
}
