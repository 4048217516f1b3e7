// No text of a user's breaks out of its place: names, comments, defaults, checks, enum labels and struct members made of quotes,
// backslashes, comment marks, emoji and bidirectional controls read back from the engines as they went in.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf, severityOf } from "../../src/diagnostics/finding.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { Table } from "../../src/model/table.ts";
import type { StaticValue } from "../../src/model/value.ts";
import { prove } from "../../src/prove/prove.ts";
import { index, printOptions } from "../emit/tables.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { fuzz, fuzzTimeout } from "../fuzz/amount.ts";
import { makeColumn, makeTable } from "./tables.ts";

const span = { file: "src/a.ts", start: 0, end: 1 };

/** Pieces that have broken quoting somewhere. */
const piece = fc.constantFrom(
  ..."'\"`\\;$%:?{}[]()/*-#@!~^&|<>= \n\r\t".split(""),
  ..."abAB01éß日\u{1f3ac}\u202e\u200b\u0301".split(/(?:)/u),
  "''",
  "\\'",
  "--",
  "/*",
  "*/",
  "$$",
  "$1",
  "$" + "{x}",
  "%s",
  ":name",
  "\\n",
  "\\x00",
  "E'",
  "'; DROP TABLE t; --",
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

/** Short enough for every limit. */
const name = text.filter((value) => value.trim() === value && value !== "" && Buffer.byteLength(value) <= 40);

/** Different from each other whatever the case, without what `lower/names.ts` refuses for the dialect. */
const names = (length: number, forbidden: RegExp | null) =>
  fc.uniqueArray(
    name.filter((value) => forbidden?.test(value) !== true),
    { minLength: length, maxLength: length, selector: (value) => value.toLowerCase() },
  );

const string = (value: string): StaticValue => ({ kind: "string", value, span });

/** Columns whose types and defaults hold the texts. */
function columnsOf([id, one, two, three]: readonly string[], texts: readonly string[], labels: readonly string[]) {
  const [comment = "", plain = "", document = ""] = texts;
  const withDefault = (value: StaticValue) => ({ kind: "literal" as const, value });
  const struct: ColumnType = {
    kind: "struct",
    fields: [{ name: labels[0] ?? "", type: { kind: "string" }, nullable: true }],
  };
  const entries = [{ key: labels[0] ?? "", keySpan: span, value: string(document) }];
  const columns = [
    makeColumn(id ?? "", "", { comment, key: true, nullable: false }),
    makeColumn(one ?? "", "", { key: true, default: withDefault(string(plain)) }),
    makeColumn(two ?? "", "", { type: { kind: "enum", labels }, default: withDefault(string(labels[0] ?? "")) }),
    makeColumn(three ?? "", "", { type: struct, default: withDefault({ kind: "object", entries, span }) }),
  ];
  return columns.map((column) => ({ ...column, sqlType: null }));
}

/** A proof takes longer to begin than to make a table. */
const TABLES_OF_A_PROOF = 10;

/** Tables that differ in all names, whatever the engine tells names apart by. */
function tablesFor(dialect: Dialect): fc.Arbitrary<readonly Table[]> {
  const { forbiddenInTables, forbiddenInColumns } = dialect.names;
  const parts = fc.record({
    tableName: names(1, forbiddenInTables),
    columns: names(4, forbiddenInColumns),
    constraints: names(4, forbiddenInColumns),
    texts: fc.array(text, { minLength: 4, maxLength: 4 }),
    labels: fc.uniqueArray(name, { minLength: 2, maxLength: 4, selector: (value) => value.toLowerCase() }),
    comment: text,
  });
  return fc
    .array(parts, { minLength: TABLES_OF_A_PROOF, maxLength: TABLES_OF_A_PROOF })
    .map((tables) => tables.map((parts, place) => assemble(parts, place, dialect)));
}

interface TableParts {
  readonly tableName: readonly string[];
  readonly columns: readonly string[];
  readonly constraints: readonly string[];
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  readonly comment: string;
}

function assemble(parts: TableParts, place: number, { quoteString }: Dialect): Table {
  const { tableName, columns, constraints, texts, labels, comment } = parts;
  const [id = "", one = ""] = columns;
  const [pk, uq, ix, ck] = constraints;
  // The author's own SQL: what is in its quotes is as wild as the rest.
  const expression = `${quoteString(texts[3] ?? "")} <> 'x'`;
  return {
    ...makeTable(`t${place}_${tableName}`, [], { comment }).expressed,
    columns: columnsOf(columns, texts, labels),
    primaryKey: { name: `p${place}_${pk}`, columns: [id], source: null },
    uniqueConstraints: [{ name: `u${place}_${uq}`, columns: [one], source: null }],
    checkConstraints: [{ name: `c${place}_${ck}`, expression: { value: expression, span: null }, source: null }],
    indexes: [index(`i${place}_${ix}`, [one])],
  };
}

const engines: readonly DialectName[] = ["duckdb", "postgresql", "sqlite", "clickhouse", "mysql", "mariadb"];

describe.each(engines)("on %s", (dialectName) => {
  const dialect = dialects[dialectName];
  let engine: TestEngine | null;

  beforeAll(async () => {
    engine = await openTestEngine(dialectName);
  });
  afterAll(() => engine?.close());

  it("any text reads back as it went in", { timeout: fuzzTimeout(120_000) }, async () => {
    if (engine === null) return;
    const running = engine;
    const property = fc.asyncProperty(tablesFor(dialect), async (tables) => {
      const printed = printTables(tables, dialect, printOptions);
      const refused = printed.diagnostics.filter(({ code }) => severityOf(code) === "error");
      const { diagnostics } = await prove({ dialect, tables: printed.value, engine: running });
      const messages = findingsOf([...refused, ...diagnostics], () => null).map(({ message }) => message);
      expect(messages).toEqual([]);
    });
    await fc.assert(property, { ...fuzz(15), endOnFailure: true });
  });
});

describe("on BigQuery's parsers", () => {
  it("any text stays in its place", { timeout: fuzzTimeout(60_000) }, async () => {
    const property = fc.asyncProperty(tablesFor(dialects.bigquery), async (tables) => {
      for (const { statements } of printTables(tables, dialects.bigquery, printOptions).value) {
        for (const { sql } of statements) expect(await parseBigquery(sql)).toEqual([]);
      }
    });
    await fc.assert(property, { ...fuzz(15), endOnFailure: true });
  });
});
