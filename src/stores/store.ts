// What the compiler knows about Metaxy's own store for a dialect. A dialect's record says what the engine can do; this one
// says what Metaxy's store does with it, beside each fact the Metaxy it was tried on.

/** How the `*_by_field` columns are kept: a map takes any field, a struct has a member for each field of its feature. */
export type ByField = "map" | "struct";

/** Metaxy's store for one dialect. */
export interface MetaxyStore {
  /** For diagnostics: `Metaxy's DuckDB store`. */
  readonly title: string;
  readonly byField: ByFieldRules;
}

/** The `*_by_field` columns that a store writes, which are the only ones it can work with. */
interface ByFieldRules {
  /** With `enable_map_datatype` off, which is the default. */
  readonly plain: ByField;
  /** With it on; null where the store then fails to write. */
  readonly mapDatatype: ByField | null;
}
