// Every kind of column in every dialect: plain, nullable, in a key, in a list. The engine runs it and says what it made of
// it; types/<dialect>.txt holds its words.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf, severityOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { PrintOptions } from "../../src/emit/printer.ts";
import type { ColumnKind, ColumnType } from "../../src/model/column-type.ts";
import { DIALECT_NAMES, type DialectName } from "../../src/model/dialect-name.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { prove } from "../../src/prove/prove.ts";
import { column, printOptions, table } from "../emit/tables.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openPostgresql, openTestEngine, type TestEngine } from "../engines/engine.ts";

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

const rows = Object.entries(samples).flatMap(([kind, type]) =>
  Object.entries(places).map(([place, make]) => ({ kind, place, table: make(type) })),
);

const executed = DIALECT_NAMES.filter((name) => dialects[name].engine !== null);

describe.each(executed)("types of %s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("runs every type in every place and reads it back", { timeout: 300_000 }, async () => {
    if (engine === null) return;
    const lines: string[] = [];
    for (const row of rows)
      lines.push(`${row.kind.padEnd(12)} ${row.place.padEnd(9)} ${await tryRow(row.table, name, engine)}`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`types/${name}.txt`);
  });

  it("proves all that is no mistake", { timeout: 300_000 }, async () => {
    if (engine === null) return;
    expect(await proveSound(name, engine, printOptions)).toEqual([]);
  });
});

describe("postgresql on a server", () => {
  it("proves all that is no mistake, with vectors as arrays", { timeout: 300_000 }, async () => {
    const engine = await openPostgresql();
    if (engine === null) return;
    // Debian's server has no pgvector.
    expect(await proveSound("postgresql", engine, { ...printOptions, dialectOptions: { vector: "array" } })).toEqual(
      [],
    );
    await engine.close();
  });
});

/** All tables that a dialect takes, proved together; what the proof found. */
async function proveSound(name: DialectName, engine: Engine, options: PrintOptions): Promise<readonly string[]> {
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

describe("bigquery", () => {
  it("prints every type in every place so that two parsers read it", { timeout: 120_000 }, async () => {
    const complaints: string[] = [];
    for (const row of rows) {
      const { value, diagnostics } = printTables([row.table], dialects.bigquery, printOptions);
      if (diagnostics.some(({ code }) => severityOf(code) === "error")) continue;
      for (const { sql } of value[0]?.statements ?? []) {
        complaints.push(...(await parseBigquery(sql)).map((complaint) => `${row.kind} ${row.place}: ${complaint}`));
      }
    }
    expect(complaints).toEqual([]);
  });
});

/** The printed type and the engine's, or the codes of what was reported instead. */
async function tryRow(each: (typeof rows)[number]["table"], name: DialectName, engine: TestEngine): Promise<string> {
  const { value, diagnostics } = printTables([each], dialects[name], printOptions);
  const printed = value[0];
  const codes = [...new Set(diagnostics.map(({ code }) => code))].join(" ");
  const place = each.columns.findIndex((one) => one.name === "c");
  const sqlType = printed?.columnTypes[place] ?? "";
  if (diagnostics.some(({ code }) => severityOf(code) === "error")) return `${sqlType} | ${codes}`;
  expect(await engine.begin([])).toMatchObject({ ok: true });
  for (const { sql } of printed?.statements ?? []) {
    const answer = await engine.execute(sql);
    expect({ sql, answer }).toMatchObject({ answer: { ok: true } });
  }
  const found = (await engine.readColumns("t"))[place];
  await engine.end();
  const nullable = found?.nullable === true ? "null" : "not null";
  return `${[sqlType, `${found?.type} ${nullable}`, codes].filter((part) => part !== "").join(" | ")}`;
}
