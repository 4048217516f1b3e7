// Metaxy's DuckDB store, for files, MotherDuck and DuckLake alike. Tried on Metaxy 0.1.4 and 0.1.11 with DuckDB 1.5.6, and with
// DuckLake on 1.5.5.

import { holds } from "./holds.ts";
import { DUCKDB_KEYWORDS } from "./keywords.ts";
import type { MetaxyStore } from "./store.ts";

export const duckdbStore: MetaxyStore = {
  title: "Metaxy's DuckDB store",
  // With the other type, "column must be a Struct" stops soft delete, copying and writing back what was read, and "cast (MAP
  // -> STRUCT)" every write.
  byField: { plain: "struct", mapDatatype: "map" },
  columns: {
    // "Unsupported cast from month_day_nano_interval to duration" stops every read; as text a duration is written and read.
    // For a GEOMETRY, ibis 12 downloads DuckDB's spatial extension before it looks at the table.
    asText: ["interval", "geography"],
    asTextInside: [],
    documentLists: [],
    sqlTypes: [
      {
        pattern: /\bINTERVAL\b/i,
        fails: "cannot read a table with such a column",
        instead: "VARCHAR",
      },
      {
        pattern: /\bGEOMETRY\b/i,
        fails: "opens such a table only after downloading an extension",
        instead: "VARCHAR",
      },
    ],
    // What was read is a list of keys and values: "cast (STRUCT("key" VARCHAR, "value" VARCHAR)[] -> MAP(VARCHAR, VARCHAR))".
    fault: (type, mapDatatype) =>
      !mapDatatype && holds(type, ["map"])
        ? {
            fails: "cannot write a map that was read into Polars",
            help: "set `enable_map_datatype = true` in metaxy.toml (since Metaxy 0.1.7), or declare a list of objects with a key and a value",
          }
        : null,
  },
  // Letter case does not matter.
  names: { schema: "main", bare: /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/, keywords: DUCKDB_KEYWORDS },
};
