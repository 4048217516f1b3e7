// Metaxy's PostgreSQL store. Tried on Metaxy 0.1.11 with PostgreSQL 15.

import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import { holds } from "./holds.ts";
import { POSTGRESQL_KEYWORDS } from "./keywords.ts";
import type { ColumnFault, MetaxyStore } from "./store.ts";

/** What Python's json module does not print, and the store does not print for it outside of an object. */
const UNPRINTABLE: readonly ColumnKind[] = ["date", "time", "timestamp", "timestamptz", "decimal", "binary"];

export const postgresqlStore: MetaxyStore = {
  title: "Metaxy's PostgreSQL store",
  // JSONB: structs become objects, maps lists of entries, which reading refuses: "Failed to decode or validate required Metaxy
  // system JSON columns".
  byField: { plain: "map", mapDatatype: { fails: "cannot read the rows again that it writes of computed features" } },
  columns: {
    // "Expected bytes, got a 'UUID' object" stops every read. Of an INTERVAL whole seconds are read, and written back.
    asText: ["uuid", "interval"],
    asTextInside: [],
    // "Expected bytes, got a 'list' object" (or 'dict') stops every read, and "Multidimensional arrays must have sub-arrays
    // with matching dimensions" the writing of most rows.
    documentLists: ["list", "json", "vector"],
    sqlTypes: [
      {
        pattern: /\buuid\b/i,
        fails: "cannot read a table with such a column",
        instead: "TEXT",
      },
      {
        pattern: /\binterval\b/i,
        fails: "reads whole seconds of it, and writes back no more",
        instead: "TEXT",
      },
      {
        pattern: /(?:\]|\barray)\s*\[|\bjsonb?\s*\[|\bvector\s*\([^)]*\)\s*\[/i,
        fails: "cannot read a table with such a column",
        instead: "JSONB",
      },
    ],
    fault: findDocumentFault,
  },
  // A name with capitals is read as another one.
  names: { schema: "public", bare: /^[a-z_\u0080-\uffff][a-z0-9_$\u0080-\uffff]*$/, keywords: POSTGRESQL_KEYWORDS },
};

/** The store prints objects itself, but for their bytes; lists and maps are left to Python. */
function findDocumentFault(type: ColumnType): ColumnFault | null {
  const isObject = type.kind === "struct";
  if (!isObject && type.kind !== "map" && !(type.kind === "list" && isDocument(type.element))) return null;
  if (!holds(type, isObject ? ["binary"] : UNPRINTABLE)) return null;
  return {
    fails: "cannot write dates, times, decimals or bytes in such a document",
    help: "declare those as `string`, and write them as text",
  };
}

function isDocument(type: ColumnType): boolean {
  return type.kind === "struct" || type.kind === "map" || type.kind === "json" || type.kind === "list";
}
