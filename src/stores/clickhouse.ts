// Metaxy's ClickHouse store, from its source (Metaxy 0.1.11, `ext/clickhouse`): it turns structs into maps and back where the
// table has maps, whatever `enable_map_datatype` says. Columns were tried on Metaxy 0.1.11 with ClickHouse 26.9.

import { holds } from "./holds.ts";
import type { ColumnFault, MetaxyStore } from "./store.ts";

export const clickhouseStore: MetaxyStore = {
  title: "Metaxy's ClickHouse store",
  byField: { plain: "map", mapDatatype: "map" },
  columns: {
    // "Expected bytes, got a 'UUID' object" (or 'datetime.timedelta', or 'dict') stops every read.
    asText: ["uuid", "time"],
    asTextInside: ["json"],
    documentLists: [],
    sqlTypes: [
      { pattern: /\bUUID\b/i, fails: "cannot read a table with such a column", instead: "String" },
      { pattern: /\bTime(?:64)?\b/i, fails: "cannot read a table with such a column", instead: "String" },
      { pattern: /\(.*\bJSON\b/i, fails: "cannot read a table with JSON inside of another type", instead: "String" },
    ],
    fault: (type, mapDatatype) => findBytesFault(type) ?? (mapDatatype ? null : findMapFault(type)),
  },
  // The schema is the database that the connection names.
  names: { schema: null, bare: /^[A-Za-z_]\w*$/, keywords: new Set() },
};

function findBytesFault(type: Parameters<typeof holds>[0]): ColumnFault | null {
  if (!holds(type, ["binary"])) return null;
  return {
    fails: "reads bytes that are not UTF-8 as their hexadecimal digits, and writes those back",
    help: "declare it as `string`, and write the bytes as text, e.g. in base64",
  };
}

/** "CAST AS Map from array requires nested tuple of 2 elements", from ClickHouse 26.4 on. */
function findMapFault(type: Parameters<typeof holds>[0]): ColumnFault | null {
  if (!holds(type, ["map"])) return null;
  return {
    fails: "cannot write a map that was read into Polars",
    help: "set `enable_map_datatype = true` in metaxy.toml (since Metaxy 0.1.7), or declare a list of objects with a key and a value",
  };
}
