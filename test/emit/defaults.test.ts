// A default of every kind in every dialect: a row that does not name the column gets the value.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { PrintOptions } from "../../src/emit/printer.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { prove } from "../../src/prove/prove.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { column, literal, printOptions, table } from "./tables.ts";

const text: ColumnType = { kind: "string" };

/** Types with a value, and a comparison that holds for the value read back, by dialect where they write it differently. */
const defaults: readonly (readonly [name: string, type: ColumnType, value: unknown])[] = [
  ["a_string", text, 'it\'s a \\ "string"\nof two lines; -- no comment ü 😀'],
  ["an_empty_string", text, ""],
  ["a_text", { kind: "text" }, "x"],
  ["a_varchar", { kind: "varchar", length: 5 }, "'''''"],
  ["a_boolean", { kind: "boolean" }, true],
  ["an_int8", { kind: "int8" }, -128],
  ["an_int64", { kind: "int64" }, -9223372036854775807n],
  ["a_uint64", { kind: "uint64" }, 18446744073709551615n],
  ["a_float64", { kind: "float64" }, 1e21],
  ["a_float32", { kind: "float32" }, -1.5],
  ["a_decimal", { kind: "decimal", precision: 12, scale: 4 }, "-12345678.0625"],
  ["a_decimal_that_is_no_float", { kind: "decimal", precision: 10, scale: 2 }, "0.29"],
  ["a_small_decimal", { kind: "decimal", precision: 12, scale: 9 }, 1.5e-7],
  ["a_large_float64", { kind: "float64" }, 123456789012345680000],
  ["a_date", { kind: "date" }, "2024-02-29"],
  ["a_time", { kind: "time" }, "12:30:00.5"],
  ["a_timestamp", { kind: "timestamp" }, "2024-02-29 12:30:00"],
  ["a_timestamptz", { kind: "timestamptz" }, "2024-02-29T12:30:00Z"],
  ["a_uuid", { kind: "uuid" }, "123e4567-e89b-12d3-a456-426614174000"],
  ["a_json", { kind: "json" }, { a: [1, "it's \\", null, true], "b c": 1.5 }],
  ["a_binary", { kind: "binary" }, [0, 255, 39, 92]],
  ["an_enum", { kind: "enum", labels: ["on", "it's \\ off"] }, "it's \\ off"],
  ["a_list", { kind: "list", element: text, nullable: false }, ["a", "it's"]],
  ["an_empty_list", { kind: "list", element: { kind: "date" }, nullable: false }, []],
  ["a_list_of_dates", { kind: "list", element: { kind: "date" }, nullable: false }, ["2024-02-29"]],
  [
    "a_list_of_lists",
    { kind: "list", element: { kind: "list", element: { kind: "int64" }, nullable: false }, nullable: false },
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    "a_list_of_decimals",
    { kind: "list", element: { kind: "decimal", precision: 38, scale: 10 }, nullable: false },
    ["0.29", 1, "1234567890123456789012345678.9876543210"],
  ],
  ["a_list_of_floats", { kind: "list", element: { kind: "float64" }, nullable: false }, [1, 2.5, 1e20]],
  ["a_map", { kind: "map", key: text, value: { kind: "int64" }, nullable: false }, { "it's": 1, b: 2 }],
  ["an_empty_map", { kind: "map", key: text, value: text, nullable: false }, {}],
  ["a_map_of_numbers", { kind: "map", key: { kind: "int64" }, value: text, nullable: false }, { "1": "one" }],
  [
    "a_map_of_decimals",
    { kind: "map", key: text, value: { kind: "decimal", precision: 10, scale: 2 }, nullable: false },
    { a: "0.29" },
  ],
  [
    "a_struct",
    {
      kind: "struct",
      fields: [
        { name: "a", type: text, nullable: false },
        { name: "it's", type: { kind: "int64" }, nullable: true },
        { name: "c", type: { kind: "list", element: { kind: "boolean" }, nullable: false }, nullable: false },
      ],
    },
    { a: "x", c: [true] },
  ],
  ["a_vector", { kind: "vector", dimensions: 3 }, [1, 2.5, -3]],
];

const executed: readonly DialectName[] = ["duckdb", "postgresql", "sqlite", "clickhouse", "mysql", "mariadb"];

describe.each(executed)("%s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("gives a new row the default of each column", { timeout: 120_000 }, async () => {
    if (engine === null) return;
    const found: string[] = [];
    for (const [column, type, value] of defaults) found.push(await readDefault(column, type, value, name, engine));
    await expect(`${found.join("\n")}\n`).toMatchFileSnapshot(`defaults/${name}.txt`);
  });

  it("has defaults that prove to be what was declared", { timeout: 120_000 }, async () => {
    if (engine === null) return;
    const options = optionsFor(name);
    const tables = defaults.map(([label, type, value]) =>
      table(label, [column("c", type, { default: literal(value) })]),
    );
    const printed = printTables(tables, dialects[name], options);
    const { diagnostics } = await prove({ dialect: dialects[name], tables: printed.value, engine });
    expect(findingsOf(diagnostics, () => null).map(({ message }) => message)).toEqual([]);
  });
});

describe("ducklake", () => {
  it("prints plain literals and refuses those that would be expressions", () => {
    const refused = defaults.filter(([, type, value]) => print("ducklake", type, value).codes.length > 0);
    expect(refused.map(([name]) => name)).toEqual([
      "a_list",
      "an_empty_list",
      "a_list_of_dates",
      "a_list_of_lists",
      "a_list_of_decimals",
      "a_list_of_floats",
      "a_map",
      "an_empty_map",
      "a_map_of_numbers",
      "a_map_of_decimals",
      "a_struct",
      "a_vector",
    ]);
  });
});

describe("bigquery", () => {
  it("prints literals that two parsers read", { timeout: 60_000 }, async () => {
    const complaints: string[] = [];
    const printed: string[] = [];
    for (const [name, type, value] of defaults) {
      const { statements, defaults } = print("bigquery", type, value);
      printed.push(`${name.padEnd(16)} ${defaults[1]}`);
      for (const sql of statements) complaints.push(...(await parseBigquery(sql)));
    }
    expect(complaints).toEqual([]);
    await expect(`${printed.join("\n")}\n`).toMatchFileSnapshot("defaults/bigquery.txt");
  });
});

function optionsFor(name: DialectName): PrintOptions {
  return { ...printOptions, dialectOptions: name === "postgresql" ? { vector: "array" } : {} };
}

function print(name: DialectName, type: ColumnType, value: unknown) {
  const columns = [column("id", "int64"), column("c", type, { default: literal(value) })];
  const printed = printTables([table("t", columns)], dialects[name], optionsFor(name));
  const [only] = printed.value;
  return {
    statements: only?.statements.map(({ sql }) => sql) ?? [],
    defaults: only?.columnDefaults ?? [],
    codes: printed.diagnostics.map(({ code }) => code).filter((code) => code === "MXC3007" || code === "MXC3008"),
  };
}

/** One line: the column, the printed default, and what a row without it holds. */
async function readDefault(
  label: string,
  type: ColumnType,
  value: unknown,
  name: DialectName,
  engine: TestEngine,
): Promise<string> {
  const { statements, defaults, codes } = print(name, type, value);
  expect(codes).toEqual([]);
  await engine.begin([]);
  const { quoteIdentifier } = dialects[name];
  const insert = `INSERT INTO ${quoteIdentifier("t")} (${quoteIdentifier("id")}) VALUES (1)`;
  for (const sql of [...statements, insert]) {
    expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
  }
  const shown = type.kind === "binary" || type.kind === "vector" ? showBinary(name, type) : quoteIdentifier("c");
  const answer = await engine.evaluate(`(SELECT ${shown} FROM ${quoteIdentifier("t")})`);
  await engine.end();
  expect(answer).toMatchObject({ ok: true });
  return `${label.padEnd(16)} ${defaults[1]?.replaceAll("\n", "⏎")} => ${answer.ok ? answer.value : answer.error}`;
}

function showBinary(name: DialectName, { kind }: ColumnType): string {
  const column = dialects[name].quoteIdentifier("c");
  if (name === "postgresql") return kind === "vector" ? column : `encode(${column}, 'hex')`;
  return kind === "vector" && name !== "sqlite" ? column : `hex(${column})`;
}
