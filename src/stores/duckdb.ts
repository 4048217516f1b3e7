// Metaxy's DuckDB store, for files, MotherDuck and DuckLake alike. Tried on Metaxy 0.1.4 and 0.1.11 with DuckDB 1.5.6.

import type { MetaxyStore } from "./store.ts";

export const duckdbStore: MetaxyStore = {
  title: "Metaxy's DuckDB store",
  // With the other type, "column must be a Struct" stops soft delete, copying and writing back what was read, and "cast (MAP
  // -> STRUCT)" every write.
  byField: { plain: "struct", mapDatatype: "map" },
};
