// Names and texts with anything in them go into each engine and come back as they were.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { fuzz, fuzzTimeout } from "../fuzz/amount.ts";
import { column, literal, printOptions, table } from "./tables.ts";

/** Pieces that end strings, open comments, or confuse clients somewhere. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ..."'\"`\\;%$?:@#[]{}() \t\n\r",
      "--",
      "/*",
      "*/",
      "''",
      "\\'",
      "$$",
      "{{ x }}",
      "\\N",
      "\\x41",
      "\\u0041",
      "é",
      "e\u0301",
      "😀",
      "\u202e",
      "\u200b",
      "\u2028",
      "DROP TABLE t",
    ),
  },
);

/** NUL and lone surrogates are refused before anything is printed; clients strip a byte order mark at the start of a value. */
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);
const isStorable = (text: string) => isWellFormed(text) && !text.includes("\0") && !text.startsWith("\ufeff");
const anyText = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => pieces.join(""))
  .filter(isStorable);

/** What `lower/names.ts` lets through at most: no control characters, no blanks at the ends. */
const anyName = anyText
  .map((text) => `n${text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").slice(0, 24)}n`)
  .filter(isWellFormed);

const executed: readonly DialectName[] = ["duckdb", "postgresql", "sqlite", "clickhouse", "mysql", "mariadb"];

describe.each(executed)("%s", (name) => {
  const dialect = dialects[name];
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("reads every text back from its literal", { timeout: fuzzTimeout(120_000) }, async () => {
    if (engine === null) return;
    const { evaluate, begin, end } = engine;
    await begin([]);
    const property = fc.asyncProperty(anyText, async (text) => {
      const sql = dialect.quoteString(text);
      // PostgreSQL wants to know what a literal is.
      const answer = await evaluate(name === "postgresql" ? `${sql}::text` : sql);
      expect(answer.ok ? JSON.parse(answer.value ?? "null") : answer).toBe(text);
    });
    await fc.assert(property, fuzz(1000));
    await end();
  });

  it("reads bytes back from their literal", { timeout: fuzzTimeout(60_000) }, async () => {
    if (engine === null) return;
    const { evaluate, begin, end } = engine;
    await begin([]);
    const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const show =
      name === "postgresql" ? (sql: string) => `encode(${sql}, 'hex')` : (sql: string) => `lower(hex(${sql}))`;
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 20 });
    const property = fc.asyncProperty(bytes, async (each) => {
      expect(await evaluate(show(dialect.quoteBytes(each)))).toEqual({ ok: true, value: JSON.stringify(hex(each)) });
    });
    await fc.assert(property, fuzz(50));
    await end();
  });

  it("reads names, comments, labels and defaults back from the table", { timeout: fuzzTimeout(120_000) }, async () => {
    if (engine === null) return;
    const running = engine;
    const fitName = (text: string) =>
      dialect.names.forbiddenInColumns === null ? text : strip(text, dialect.names.forbiddenInColumns);
    const property = fc.asyncProperty(
      anyName,
      anyName,
      anyText,
      anyText,
      async (tableName, columnName, comment, label) => {
        const columns = [
          column(`${fitName(columnName)}_`, "int64", { comment }),
          column("e", { kind: "enum", labels: [label.trimEnd(), "other"] }, { default: literal(label.trimEnd()) }),
        ];
        await expectReadBack(table(strip(tableName, /[\u{10000}-\u{10ffff}]/u), columns, { comment }), name, running);
      },
    );
    await fc.assert(property, fuzz(60));
  });
});

describe("bigquery", () => {
  it("prints names and texts that two parsers read", { timeout: fuzzTimeout(60_000) }, async () => {
    const property = fc.asyncProperty(anyText, async (text) => {
      const columns = [column("c", "string", { comment: text, default: literal(text) })];
      const { value } = printTables([table("t", columns, { comment: text })], dialects.bigquery, printOptions);
      expect(await parseBigquery(value[0]?.statements[0]?.sql ?? "")).toEqual([]);
    });
    await fc.assert(property, fuzz(100));
  });
});

/** Prints the table, runs it, and compares what can be read back with what the dialect says it expresses. */
async function expectReadBack(given: ReturnType<typeof table>, name: DialectName, engine: TestEngine): Promise<void> {
  const { value } = printTables([given], dialects[name], printOptions);
  const [printed] = value;
  await engine.begin([]);
  for (const { sql } of printed?.statements ?? []) {
    expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
  }
  const found = await engine.readColumns(given.name);
  expect(found.map((each) => each.name)).toEqual(given.columns.map((each) => each.name));
  // SQLite keeps no comments.
  if (name !== "sqlite") {
    expect(found.map(({ comment }) => comment)).toEqual(printed?.expressed.columns.map(({ comment }) => comment));
  }
  const { quoteIdentifier } = dialects[name];
  const insert = `INSERT INTO ${quoteIdentifier(given.name)} (${quoteIdentifier(given.columns[0]?.name ?? "")}) VALUES (1)`;
  expect({ insert, answer: await engine.execute(insert) }).toMatchObject({ answer: { ok: true } });
  const [, second] = given.columns;
  const label = second?.type.kind === "enum" ? second.type.labels[0] : null;
  const answer = await engine.evaluate(`(SELECT ${quoteIdentifier("e")} FROM ${quoteIdentifier(given.name)})`);
  expect(answer.ok ? JSON.parse(answer.value ?? "null") : answer).toBe(label);
  await engine.end();
}

function strip(text: string, forbidden: RegExp): string {
  return text.replaceAll(new RegExp(forbidden.source, "gu"), "");
}
