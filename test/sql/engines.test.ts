// The lexer against the engines' own: whatever SQL it takes ends for the engine where it ends for us.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { layOut, readTokens } from "../../src/emit/fragments.ts";
import { parsePostgresql } from "../../src/prove/postgresql-parser.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { fragments, taken } from "./fragments.ts";

/** Whether an engine takes a text for one statement. */
type IsOne = (sql: string) => Promise<boolean>;

/** What could close a quote or a comment that is still open for the engine. In a comment it closes nothing. */
const CLOSERS = ["'", '"', "`", "]", "*/", "$$", "$a$", "’", "”", "'''", '"""'];

const executed = ["duckdb", "postgresql", "sqlite", "clickhouse", "mariadb"] as const;

describe.each(executed)("%s", (name) => {
  let engine: TestEngine | null = null;
  let isOne: IsOne | null = null;
  beforeAll(async () => {
    if (name === "duckdb") isOne = await withDuckdb();
    else if (name === "sqlite") isOne = await withSqlite();
    else if (name === "postgresql") isOne = async (sql) => (await parsePostgresql([sql]))[0]?.kind === "statement";
    else {
      engine = await openTestEngine(name);
      const running = engine;
      if (running !== null) await running.begin([]);
      if (name === "clickhouse")
        isOne = running && (async (sql) => (await running.parse([sql]))[0]?.kind === "statement");
      else isOne = running && (async (sql) => (await running.execute(sql)).ok);
    }
  });
  afterAll(async () => {
    await engine?.end();
    await engine?.close();
  });

  it("tells a statement from what follows it, unless a quote is open", async () => {
    if (isOne === null) return;
    expect(await isOne("SELECT 1 = 1")).toBe(true);
    expect(await isOne("SELECT (1 = 1); SELECT 42 -- '")).toBe(false);
    expect(await isOne("SELECT (1 = ' ); SELECT 42 -- ')")).toBe(true);
  });

  it("ends what is taken where it ends for us", { timeout: 180_000 }, async () => {
    if (isOne === null) return;
    const takesOne = isOne;
    const property = fc.asyncProperty(fragments, fc.constantFrom(...CLOSERS), async (fragment, closer) => {
      for (const sql of taken(fragment, name)) {
        expect([sql, await takesOne(`SELECT (${sql}); SELECT 42 -- ${closer}`)]).toEqual([sql, false]);
        expect([sql, await takesOne(`SELECT (${sql}); SELECT 42 -- ${closer})`)]).toEqual([sql, false]);
      }
    });
    await fc.assert(property, { seed: 1, numRuns: name === "postgresql" ? 500 : 1000 });
  });

  it("finds no comment in what is taken", { timeout: 180_000 }, async () => {
    if (isOne === null) return;
    const takesOne = isOne;
    const property = fc.asyncProperty(fragments, async (fragment) => {
      for (const sql of taken(fragment, name)) {
        if (await takesOne(`SELECT (${sql}\n)`)) expect([sql, await takesOne(`SELECT (${sql})`)]).toEqual([sql, true]);
      }
    });
    await fc.assert(property, { seed: 2, numRuns: name === "postgresql" ? 300 : 600 });
  });
});

describe("what is taken", () => {
  it("is often enough SQL that an engine takes, too", async () => {
    const samples = fc.sample(fragments, { seed: 1, numRuns: 500 });
    const texts = samples.flatMap((fragment) => taken(fragment, "postgresql"));
    const verdicts = await parsePostgresql(texts.map((sql) => `SELECT (${sql})`));
    expect(texts.length).toBeGreaterThan(100);
    expect(verdicts.filter(({ kind }) => kind === "statement").length).toBeGreaterThan(50);
  });

  it("is laid out so that it is taken again", () => {
    const property = fc.property(fragments, fc.constantFrom(...Object.values(dialects)), (fragment, dialect) => {
      const read = readTokens(fragment, dialect);
      if ("problem" in read) return;
      const line = layOut(read.tokens, dialect);
      if ("problem" in line) return;
      const again = readTokens(line.sql, dialect);
      expect("tokens" in again && again.tokens.map(({ text }) => text)).toEqual(read.tokens.map(({ text }) => text));
    });
    fc.assert(property, { seed: 3, numRuns: 3000 });
  });
});

async function withDuckdb(): Promise<IsOne> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return async (sql) => {
    try {
      return (await connection.extractStatements(sql)).count === 1;
    } catch {
      return false;
    }
  };
}

async function withSqlite(): Promise<IsOne> {
  const { default: start } = await import("sql.js");
  const database = new (await start()).Database();
  const isOne = (sql: string) => {
    try {
      const [first] = [...take(database.iterateStatements(sql))];
      return first === sql;
    } catch {
      return false;
    }
  };
  // A view may name columns that are not there, but holds no parameters.
  return async (sql) => isOne(sql) || isOne(`CREATE VIEW v AS ${sql}`);
}

function* take(statements: Iterable<{ getSQL(): string }>): Generator<string> {
  for (const statement of statements) yield statement.getSQL();
}
