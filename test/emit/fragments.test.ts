// SQL written by users: what is one expression comes out in one line, everything else is refused.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { readExpression, readRawType } from "../../src/emit/fragments.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { column, printOptions, sqlDefault, table } from "./tables.ts";

const names = Object.keys(dialects) as readonly DialectName[];

describe("readExpression", () => {
  it.each([
    ["now()", "now()"],
    ["  lower( path )\n", "lower(path)"],
    ["a > 0\n  AND b < 1", "a > 0 AND b < 1"],
    ["case when a then 1 else 2 end", "case when a then 1 else 2 end"],
    ["a in (1,2)", "a in (1, 2)"],
    ["path like '%;-- /* (%'", "path like '%;-- /* (%'"],
    ["a is not null", "a is not null"],
  ])("writes %j in one line in every dialect", (given, expected) => {
    const written = names.map((name) => readExpression(given, dialects[name]));
    expect(written).toEqual(names.map(() => ({ sql: expected })));
  });

  it.each([
    ["1; DROP TABLE x", /semicolon/],
    ["1 -- the rest", /comment/],
    ["1 /* x */", /comment/],
    ["'it's'", /never closed/],
    ['"a', /never closed/],
    ["(a", /lacks a '\)'/],
    ["a)", /nothing opens/],
    ["a), (b", /nothing opens/],
    ["(a]", /nothing opens/],
    ["a, b", /a list/],
    ["$$ x $$", /dollar/],
    ["$tag$ x $tag$", /dollar/],
    ["", /empty/],
    [" \n ", /empty/],
    ["a\u0000b", /control character/],
  ])("refuses %j in every dialect", (given, problem) => {
    for (const name of names)
      expect(readExpression(given, dialects[name])).toMatchObject({ problem: expect.stringMatching(problem) });
  });

  it.each([
    ["mysql", "1 # the rest"],
    ["bigquery", "1 # the rest"],
    ["clickhouse", "1 # the rest"],
    ["mysql", "'\\'"],
    ["clickhouse", "'\\'"],
    ["bigquery", "'\\'"],
    ["postgresql", "E'\\'"],
    ["duckdb", "e'\\'"],
    ["bigquery", "'''a'''"],
    ["sqlite", "`a"],
  ] as const)("knows how %s ends a text: refuses %j", (name, given) => {
    expect(readExpression(given, dialects[name])).toHaveProperty("problem");
  });

  it("takes a backslash for itself where it is", () => {
    expect(readExpression("'\\'", dialects.postgresql)).toEqual({ sql: "'\\'" });
    expect(readExpression("'\\'", dialects.sqlite)).toEqual({ sql: "'\\'" });
    expect(readExpression("'\\\\'", dialects.mysql)).toEqual({ sql: "'\\\\'" });
  });

  it("takes a quote written twice for one, except in BigQuery", () => {
    const written = names.map((name) => [name, "sql" in readExpression("'it''s'", dialects[name])] as const);
    expect(written.filter(([, isFine]) => !isFine)).toEqual([["bigquery", false]]);
    expect(readExpression("'it\\'s'", dialects.bigquery)).toEqual({ sql: "'it\\'s'" });
  });

  it("keeps calls together and the case of every word", () => {
    for (const name of names) {
      expect(readExpression("Now()", dialects[name])).toEqual({ sql: "Now()" });
      expect(readExpression("a And Part  >  1", dialects[name])).toEqual({ sql: "a And Part > 1" });
    }
  });

  it("never throws, and what it writes it reads again as the same", () => {
    const pieces = fc.constantFrom(
      "a",
      "'",
      '"',
      "`",
      "\\",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ",",
      ";",
      "--",
      "/*",
      "*/",
      "$$",
      "#",
      " ",
      "\n",
      "1",
      "and",
      "E",
      "::",
      "->",
      "ü",
      "😀",
      "?",
      ":x",
      "@",
      "%",
    );
    const property = fc.property(fc.array(pieces, { maxLength: 12 }), fc.constantFrom(...names), (parts, name) => {
      const first = readExpression(parts.join(""), dialects[name]);
      if ("sql" in first) expect(readExpression(first.sql, dialects[name])).toEqual(first);
    });
    fc.assert(property, { seed: 1, numRuns: 2000 });
  });
});

describe("readRawType", () => {
  it.each([
    "NUMERIC(39, 0)",
    'VARCHAR(10) COLLATE "C"',
    "geometry(Point, 4326)",
    "STRUCT(a INT, b VARCHAR[])",
    "Enum8('a' = 1)",
  ])("keeps %j", (given) => {
    expect(readRawType(given, dialects.duckdb)).toEqual({ sql: given });
  });

  it("refuses what would start another column", () => {
    expect(readRawType("INT, b INT", dialects.duckdb)).toHaveProperty("problem");
    expect(readRawType("INT); DROP TABLE x", dialects.duckdb)).toHaveProperty("problem");
  });
});

const executed: readonly DialectName[] = ["duckdb", "postgresql", "sqlite", "clickhouse", "mariadb"];

describe.each(executed)("%s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("stays inside its clause whatever a fragment holds", { timeout: 120_000 }, async () => {
    if (engine === null) return;
    const running = engine;
    const pieces = fc.constantFrom(
      "1",
      "'",
      "''",
      '"',
      "`",
      "\\",
      "(",
      ")",
      ",",
      ";",
      "--",
      "/*",
      "*/",
      "$$",
      "#",
      " ",
      "\n",
      "+",
      "E'",
      "'x'",
      "b INT",
      "DEFAULT",
      "NOT NULL",
      "CREATE TABLE y (b INT)",
      "DROP TABLE t",
    );
    const property = fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 7 }), async (parts) => {
      const columns = [column("a", "int64", { default: sqlDefault(parts.join("")) }), column("z", "int64")];
      const { value, diagnostics } = printTables([table("t", columns)], dialects[name], printOptions);
      if (diagnostics.length > 0) return;
      await running.begin([]);
      const answer = await running.execute(value[0]?.statements[0]?.sql ?? "");
      // The engine may refuse the expression; if it does not, the table is the one that was asked for, and the only one.
      const found = (await running.readColumns("t")).map((each) => each.name);
      expect(found).toEqual(answer.ok ? ["a", "z"] : []);
      expect(await running.readColumns("y")).toEqual([]);
      await running.end();
    });
    await fc.assert(property, { seed: 1, numRuns: 150 });
  });
});
