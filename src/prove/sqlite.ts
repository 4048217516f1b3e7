// SQLite in memory, through sql.js. Each proof has a database of its own; schemas are attached databases.
// SQLite keeps the text of a table, not a model of it: names of constraints are only words of that text.

import type { Database, SqlJsStatic } from "sql.js";
import type { Checked } from "../diagnostics/diagnostic.ts";
import { doubleQuoted } from "../dialects/quoting.ts";
import { ask, type Engine, type ParseVerdict } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { readSqliteCatalog } from "./sqlite-catalog.ts";

/** Starts SQLite; null with a diagnostic when its package is not there. */
export async function openSqlite(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("sql.js", () => import("sql.js"));
  if (value === null) return { value: null, diagnostics };
  return { value: makeEngine(await value.default()), diagnostics: [] };
}

function makeEngine(sqlite: SqlJsStatic): Engine {
  let database = new sqlite.Database();
  const version = database.exec("SELECT sqlite_version()")[0]?.values[0]?.[0];
  return {
    name: `SQLite ${version}`,
    forgets: ["comments", "the names of constraints"],
    scratch: "metaxy_twin",
    parse: async (statements) => statements.map((sql) => parse(database, sql)),
    begin: (schemas) =>
      ask(async () => {
        database.close();
        database = new sqlite.Database();
        for (const schema of schemas) database.run(`ATTACH ':memory:' AS ${doubleQuoted(schema)}`);
      }),
    readClauses: async ({ suffix }) => Object.fromEntries(suffix.map((words) => [words, "yes"])),
    execute: (sql) =>
      ask(async () => {
        runOne(database, sql);
        return [];
      }),
    evaluate: (expression, type) =>
      ask(async () => {
        const sql = type === undefined ? expression : `CAST((${expression}) AS ${type})`;
        // JSON cannot hold a blob.
        const json = "CASE typeof(value) WHEN 'blob' THEN json_quote(hex(value)) ELSE json_quote(value) END";
        const value = database.exec(`SELECT ${json} FROM (SELECT ${sql} AS value)`)[0]?.values[0]?.[0];
        return typeof value === "string" && value !== "null" ? value : null;
      }),
    readCatalog: async (schemas) => readSqliteCatalog(database, schemas),
    end: async () => {},
    close: async () => database.close(),
  };
}

/**
 * Compiles the statement. SQLite looks names up while it compiles, so only what its tokenizer and its grammar say counts
 * here; a missing table is found when the statement runs in its turn.
 */
function parse(database: Database, sql: string): ParseVerdict {
  try {
    const statements = database.iterateStatements(sql);
    if (statements.next().done === true) return { kind: "error", message: "0 statements where one was expected" };
    const rest = statements.getRemainingSQL().trim();
    return rest === "" ? { kind: "statement" } : { kind: "error", message: "more than one statement" };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const isGrammar = /syntax error|unrecognized token|incomplete input/.test(message);
    return isGrammar ? { kind: "error", message } : { kind: "statement" };
  }
}

/** Runs the first statement and insists that it was the only one. */
function runOne(database: Database, sql: string): void {
  const statements = database.iterateStatements(sql);
  const { value, done } = statements.next();
  if (done === true) return;
  const rest = statements.getRemainingSQL().trim();
  if (rest !== "") throw new Error("more than one statement");
  value.step();
  value.free();
}
