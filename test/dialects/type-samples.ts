// Every kind of column in four places: plain, nullable, in a key, in a list.

import { expect } from "vitest";
import { findingsOf, severityOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { PrintOptions } from "../../src/emit/printer.ts";
import type { ColumnKind, ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { prove } from "../../src/prove/prove.ts";
import { column, table } from "../emit/tables.ts";

const text: ColumnType = { kind: "string" };

/** One type of each kind. */
const samples: { readonly [K in ColumnKind]: ColumnType } = {
  string: text,
  text: { kind: "text" },
  boolean: { kind: "boolean" },
  int8: { kind: "int8" },
  int16: { kind: "int16" },
  int32: { kind: "int32" },
  int64: { kind: "int64" },
  uint8: { kind: "uint8" },
  uint16: { kind: "uint16" },
  uint32: { kind: "uint32" },
  uint64: { kind: "uint64" },
  float32: { kind: "float32" },
  float64: { kind: "float64" },
  date: { kind: "date" },
  time: { kind: "time" },
  timestamp: { kind: "timestamp" },
  timestamptz: { kind: "timestamptz" },
  interval: { kind: "interval" },
  uuid: { kind: "uuid" },
  json: { kind: "json" },
  binary: { kind: "binary" },
  geography: { kind: "geography" },
  varchar: { kind: "varchar", length: 50 },
  decimal: { kind: "decimal", precision: 12, scale: 4 },
  enum: { kind: "enum", labels: ["on", "it's off"] },
  list: { kind: "list", element: text, nullable: true },
  map: { kind: "map", key: text, value: { kind: "int64" }, nullable: false },
  struct: {
    kind: "struct",
    fields: [
      { name: "a", type: text, nullable: false },
      {
        name: "b",
        type: { kind: "list", element: { kind: "map", key: text, value: text, nullable: true }, nullable: false },
        nullable: true,
      },
    ],
  },
  vector: { kind: "vector", dimensions: 3 },
};

/** The same type in four places. */
const places = {
  plain: (type: ColumnType) => table("t", [column("id", "int64"), column("c", type)]),
  nullable: (type: ColumnType) => table("t", [column("id", "int64"), column("c", type, { nullable: true })]),
  key: (type: ColumnType) =>
    table("t", [column("c", type, { key: true })], { primaryKey: { name: "pk_t", columns: ["c"], source: null } }),
  nested: (type: ColumnType) =>
    table("t", [column("id", "int64"), column("c", { kind: "list", element: type, nullable: false })]),
};

/** A table for each kind in each place. */
export const rows = Object.entries(samples).flatMap(([kind, type]) =>
  Object.entries(places).map(([place, make]) => ({ kind, place, table: make(type) })),
);

/** All tables that a dialect takes, proved together; what the proof found. */
export async function proveSound(name: DialectName, engine: Engine, options: PrintOptions): Promise<readonly string[]> {
  const dialect = dialects[name];
  const tables = rows.flatMap(({ kind, place, table }) => {
    const label = `${kind}_${place}`;
    const primaryKey = table.primaryKey === null ? null : { ...table.primaryKey, name: `pk_${label}` };
    const { value, diagnostics } = printTables([{ ...table, name: label, primaryKey }], dialect, options);
    return diagnostics.some(({ code }) => severityOf(code) === "error") ? [] : value;
  });
  // Most kinds fit in most places.
  expect(tables.length).toBeGreaterThan(rows.length * 0.8);
  const { diagnostics } = await prove({ dialect, tables, engine });
  return findingsOf(diagnostics, () => null).map(({ message }) => message);
}
