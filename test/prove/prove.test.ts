// Proofs against real engines: SQL that does what the model says passes, and whatever it does otherwise is found.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { duckdb } from "../../src/dialects/duckdb.ts";
import { postgresql } from "../../src/dialects/postgresql.ts";
import { sqlite } from "../../src/dialects/sqlite.ts";
import { openDuckdb } from "../../src/prove/duckdb.ts";
import type { Engine } from "../../src/prove/engine.ts";
import type { ProvableTable } from "../../src/prove/expectation.ts";
import { openPglite } from "../../src/prove/pglite.ts";
import { prove } from "../../src/prove/prove.ts";
import { openSqlite } from "../../src/prove/sqlite.ts";
import { literal, makeColumn, makeTable, video, videoSql, withSql } from "./tables.ts";

describe.each([
  ["DuckDB", duckdb, openDuckdb],
  ["PGlite", postgresql, openPglite],
] as const)("a proof on %s", (_name, dialect, open) => {
  let engine: Engine;
  const check = (typed: ProvableTable, ...sql: string[]) => messagesOf(engine, dialect, typed, sql);

  beforeAll(async () => {
    const { value, diagnostics } = await open();
    if (value === null) throw new Error(JSON.stringify(diagnostics));
    engine = value;
  });
  afterAll(() => engine.close());

  it("passes a table with one of everything", async () => {
    expect(await check(video, ...videoSql)).toEqual([]);
  });

  it("leaves nothing behind for the next proof", async () => {
    expect(await check(video, ...videoSql)).toEqual([]);
    expect(await check(video, ...videoSql)).toEqual([]);
  });

  it("reports a statement that is not SQL and runs nothing", async () => {
    const [message, ...rest] = await check(video, 'CREAT TABLE "video" ()');
    expect(message).toMatch(/^MXC3903 the statement for 'video' is not valid .*syntax error at or near "creat"/i);
    expect(rest).toEqual([]);
  });

  it("reports two statements where one was expected", async () => {
    const [message, ...rest] = await check(video, 'CREATE TABLE "video" (a INTEGER); DROP TABLE "video"');
    expect(message).toMatch(/^MXC3903 .*2 statements where one was expected$/);
    expect(rest).toEqual([]);
  });

  it("reports a refused statement once and leaves out what depends on it", async () => {
    const [message, ...rest] = await check(video, 'CREATE TABLE "video" (a NOSUCHTYPE)', ...videoSql.slice(1));
    expect(message).toMatch(/^MXC3904 .* refused the statement for 'video': .*nosuchtype/i);
    expect(rest).toEqual([]);
  });

  it.each<[string, ProvableTable, readonly string[], string]>([
    ["a table that was not made", makeTable("a", [makeColumn("x", "INTEGER")]), [], "3910 does not have table 'a'"],
    [
      "a table that nobody declared",
      makeTable("a", [makeColumn("x", "INTEGER")]),
      ['CREATE TABLE "a" ("x" INTEGER)', 'CREATE TABLE "b" ("x" INTEGER)'],
      "3911 has a table 'b'",
    ],
    [
      "a missing column",
      makeTable("a", [makeColumn("x", "INTEGER"), makeColumn("y", "INTEGER")]),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3910 does not have column 'a.y'",
    ],
    [
      "a column too many",
      makeTable("a", [makeColumn("x", "INTEGER")]),
      ['CREATE TABLE "a" ("x" INTEGER, "y" INTEGER)'],
      "3911 has a column 'a.y'",
    ],
    [
      "columns in another order",
      makeTable("a", [makeColumn("x", "INTEGER"), makeColumn("y", "INTEGER")]),
      ['CREATE TABLE "a" ("y" INTEGER, "x" INTEGER)'],
      "3912 has another order of the columns of 'a': found y, x, expected x, y",
    ],
    [
      "another type",
      makeTable("a", [makeColumn("x", "INTEGER")]),
      ['CREATE TABLE "a" ("x" BIGINT)'],
      "3912 has another type of 'a.x': found bigint, expected integer",
    ],
    [
      "another nullability",
      makeTable("a", [makeColumn("x", "INTEGER", { nullable: false })]),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3912 has another nullability of 'a.x': found nullable, expected not nullable",
    ],
    [
      "another default",
      makeTable("a", [makeColumn("x", "VARCHAR", { default: { kind: "literal", value: literal("a\\'b") } })]),
      [`CREATE TABLE "a" ("x" VARCHAR DEFAULT 'a''b')`],
      `3912 has another default of 'a.x': found "a'b", expected "a\\\\'b"`,
    ],
    [
      "a default that is not there",
      makeTable("a", [makeColumn("x", "INTEGER", { default: { kind: "literal", value: literal(1) } })]),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3912 has another default of 'a.x': found none, expected 1",
    ],
    [
      "another comment on the table",
      makeTable("a", [makeColumn("x", "INTEGER")], { comment: "One" }),
      ['CREATE TABLE "a" ("x" INTEGER)', `COMMENT ON TABLE "a" IS 'Two'`],
      `3912 has another comment on table 'a': found "Two", expected "One"`,
    ],
    [
      "a comment that is not there",
      makeTable("a", [makeColumn("x", "INTEGER", { comment: "One" })]),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      `3912 has another comment on column 'a.x': found "", expected "One"`,
    ],
    [
      "a key with its columns turned round",
      makeTable(
        "a",
        [makeColumn("x", "INTEGER", { nullable: false }), makeColumn("y", "INTEGER", { nullable: false })],
        {
          primaryKey: { name: null, columns: ["x", "y"], source: null },
        },
      ),
      ['CREATE TABLE "a" ("x" INTEGER NOT NULL, "y" INTEGER NOT NULL, PRIMARY KEY ("y", "x"))'],
      "3912 has another primary key of 'a': found (y, x), expected (x, y)",
    ],
    [
      "a unique constraint that is not there",
      makeTable("a", [makeColumn("x", "INTEGER")], {
        uniqueConstraints: [{ name: null, columns: ["x"], source: null }],
      }),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3910 does not have a unique constraint (x) on 'a'",
    ],
    [
      "a check that is not there",
      makeTable("a", [makeColumn("x", "INTEGER")], {
        checkConstraints: [{ name: null, expression: { value: "x > 0", span: null }, source: null }],
      }),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3910 does not have a check ((x > 0)) on 'a'",
    ],
    [
      "an index that is not there",
      makeTable("a", [makeColumn("x", "INTEGER")], { indexes: [makeIndex("ix_a", "x")] }),
      ['CREATE TABLE "a" ("x" INTEGER)'],
      "3910 does not have index 'ix_a' on 'a'",
    ],
    [
      "an index that nobody declared",
      makeTable("a", [makeColumn("x", "INTEGER")]),
      ['CREATE TABLE "a" ("x" INTEGER)', 'CREATE INDEX "ix_a" ON "a" ("x")'],
      "3911 has an index 'ix_a' on 'a'",
    ],
    [
      "an index on another column",
      makeTable("a", [makeColumn("x", "INTEGER"), makeColumn("y", "INTEGER")], { indexes: [makeIndex("ix_a", "x")] }),
      ['CREATE TABLE "a" ("x" INTEGER, "y" INTEGER)', 'CREATE INDEX "ix_a" ON "a" ("y")'],
      "3912 has another list of parts of index 'ix_a': found y, expected x",
    ],
  ])("finds %s", async (_claim, typed, sql, expected) => {
    const messages = await check(typed, ...sql);
    expect(messages.map((message) => message.replaceAll(engine.name, "ENGINE").toLowerCase())).toEqual([
      expect.stringContaining(expected.slice(5).toLowerCase()),
    ]);
    expect(messages[0]).toContain(`MXC${expected.slice(0, 4)}`);
  });

  it("knows a schema that a table names", async () => {
    const typed = makeTable("a", [makeColumn("x", "INTEGER")], { schema: "lab", comment: "In the lab" });
    const sql = ['CREATE TABLE "lab"."a" ("x" INTEGER)', `COMMENT ON TABLE "lab"."a" IS 'In the lab'`];
    expect(await check(typed, ...sql)).toEqual([]);
  });

  it("knows a generated column from one with a default", async () => {
    const _span = { file: "a.ts", start: 0, end: 1 };
    const columns = [
      makeColumn("x", "INTEGER"),
      makeColumn("y", "INTEGER", { generated: { value: "x * 2", span: null } }),
    ];
    const clause = dialect.generated?.clause("x * 2") ?? "";
    expect(await check(makeTable("a", columns), `CREATE TABLE "a" ("x" INTEGER, "y" INTEGER ${clause})`)).toEqual([]);
    const [message] = await check(makeTable("a", columns), 'CREATE TABLE "a" ("x" INTEGER, "y" INTEGER DEFAULT 2)');
    expect(message).toContain("has another expression of 'a.y': found none");
  });
});

/** One ascending column. */
function makeIndex(name: string, column: string) {
  const parts = [{ column, expression: null, descending: false }];
  return { name, parts, unique: false, where: null, using: null, include: [], source: null };
}

async function messagesOf(engine: Engine, dialect: Dialect, typed: ProvableTable, sql: readonly string[]) {
  const { diagnostics } = await prove({ dialect, tables: [withSql(typed, sql)], engine });
  return findingsOf(diagnostics, () => null).map(({ code, message }) => `${code} ${message}`);
}

describe("a proof on SQLite", () => {
  let engine: Engine;
  const check = (typed: ProvableTable, ...sql: string[]) => messagesOf(engine, sqlite, typed, sql);

  beforeAll(async () => {
    const { value } = await openSqlite();
    if (value === null) throw new Error("no SQLite");
    engine = value;
  });
  afterAll(() => engine.close());

  it("passes a table with one of everything but comments", async () => {
    const sql = videoSql.filter((statement) => !statement.startsWith("COMMENT"));
    const typed = JSON.stringify(video).replaceAll("now()", "CURRENT_TIMESTAMP");
    const texts = sql.map((statement) => statement.replaceAll("now()", "CURRENT_TIMESTAMP"));
    expect(await check(JSON.parse(typed) as ProvableTable, ...texts)).toEqual([]);
  });

  it("reads what only the text of a table says", async () => {
    const columns = [
      makeColumn("a, b", "INTEGER"),
      makeColumn("c", "INTEGER", { generated: { value: '("a, b" + 1) * 2', span: null } }),
    ];
    const expression = "c > 0 AND 'check (' <> ')'";
    const typed = makeTable("t (x", columns, {
      checkConstraints: [{ name: "ck", expression: { value: expression, span: null }, source: null }],
    });
    const clause = 'GENERATED ALWAYS AS (("a, b"+1)*2) STORED';
    const start = `CREATE TABLE "t (x" ("a, b" INTEGER, "c" INTEGER ${clause}`;
    expect(await check(typed, `${start}, CONSTRAINT "ck" CHECK (c>0 AND 'check (' <> ')'))`)).toEqual([]);
    const [message] = await check(typed, `${start}, CHECK (c > 1))`);
    expect(message).toContain("does not have a check (c > 0 AND 'check (' <> ')')");
  });

  it("says what it did not compare, in words that fit one thing and several", async () => {
    const notesOf = async (forgets: readonly string[]) => {
      const tables = [withSql(makeTable("t", [makeColumn("x", "INTEGER")]), ['CREATE TABLE "t" ("x" INTEGER)'])];
      return (await prove({ dialect: sqlite, tables, engine: { ...engine, forgets } })).value.notes;
    };
    const start = `the comparison leaves out what ${engine.name} does not keep`;
    expect(await notesOf([])).toEqual([]);
    expect(await notesOf(["the name of the primary key"])).toEqual([`${start}: the name of the primary key`]);
    expect(await notesOf(engine.forgets)).toEqual([`${start}: comments, the names of constraints`]);
  });

  it("finds what an index leaves out", async () => {
    const index = { ...makeIndex("ix", "x"), where: { value: "x > 0", span: null } };
    const typed = makeTable("t", [makeColumn("x", "INTEGER")], { indexes: [index] });
    const [message] = await check(typed, 'CREATE TABLE "t" ("x" INTEGER)', 'CREATE INDEX "ix" ON "t" ("x")');
    expect(message).toContain("has another condition of index 'ix': found none, expected x > 0");
  });
});
