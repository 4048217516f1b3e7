// No text of a user's breaks out of its place: names, comments, defaults, enum labels and struct members made of quotes,
// backslashes, comment marks, emoji and bidirectional controls read back from the engines as they went in.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { Table, TableColumn } from "../../src/model/table.ts";
import type { StaticValue } from "../../src/model/value.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { openEngine } from "../../src/prove/engines.ts";
import { prove } from "../../src/prove/prove.ts";
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

/** Short enough for every limit and different from the others whatever the case. */
const name = text.filter((value) => value.trim() === value && value !== "" && Buffer.byteLength(value) <= 40);
const names = (length: number) =>
  fc.uniqueArray(name, { minLength: length, maxLength: length, selector: (value) => value.toLowerCase() });

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
  const columns: readonly TableColumn[] = [
    makeColumn(id ?? "", "", { comment, key: true, nullable: false }),
    makeColumn(one ?? "", "", { default: withDefault(string(plain)) }),
    makeColumn(two ?? "", "", { type: { kind: "enum", labels }, default: withDefault(string(labels[0] ?? "")) }),
    makeColumn(three ?? "", "", { type: struct, default: withDefault({ kind: "object", entries, span }) }),
  ];
  return columns.map((column) => ({ ...column, sqlType: null }));
}

const table: fc.Arbitrary<Table> = fc
  .record({
    names: names(5),
    constraints: names(3),
    texts: fc.array(text, { minLength: 3, maxLength: 3 }),
    labels: fc.uniqueArray(name, { minLength: 2, maxLength: 4, selector: (value) => value.toLowerCase() }),
    comment: text,
  })
  .map(({ names: [tableName = "", ...columns], constraints: [pk = "", uq = "", ix = ""], texts, labels, comment }) => {
    const [id = "", one = ""] = columns;
    const { expressed } = makeTable(`t_${tableName}`, [], { comment });
    return {
      ...expressed,
      columns: columnsOf(columns, texts, labels),
      primaryKey: { name: `p_${pk}`, columns: [id], source: null },
      uniqueConstraints: [{ name: `u_${uq}`, columns: [one], source: null }],
      indexes: [
        {
          name: `i_${ix}`,
          parts: [{ column: one, expression: null, descending: false }],
          unique: false,
          where: null,
          using: null,
          include: [],
          source: null,
        },
      ],
    };
  });

describe.each(["duckdb", "postgresql", "sqlite"] as const)("on %s", (dialectName) => {
  const dialect = dialects[dialectName];
  const options = {
    compat: "native",
    ifNotExists: false,
    style: { keywordCase: null, indentWidth: null },
    dialectOptions: {},
  } as const;
  let engine: Engine;

  beforeAll(async () => {
    const { value } = await openEngine(dialectName, null);
    if (value === null) throw new Error("no engine");
    engine = value;
  });
  afterAll(() => engine.close());

  it("any text reads back as it went in", { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(table, async (each) => {
      const printed = printTables([each], dialect, options);
      const { diagnostics } = await prove({ dialect, tables: printed.value, engine });
      const all = [...printed.diagnostics, ...diagnostics];
      expect(findingsOf(all, () => null).map(({ message }) => message)).toEqual([]);
    });
    await fc.assert(property, { seed: 1, numRuns: 150 });
  });
});
