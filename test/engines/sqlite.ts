// SQLite, through sql.js: the newest one, compiled to WebAssembly.

import initSqlJs, { type Database } from "sql.js";
import { ask } from "../../src/prove/engine.ts";
import type { TestEngine } from "./engine.ts";

/** Starts SQLite in memory. */
export async function openSqlite(): Promise<TestEngine> {
  const sqlite = await initSqlJs();
  let database: Database = new sqlite.Database();
  const rows = (sql: string) => {
    const statement = database.prepare(sql);
    const found: Record<string, unknown>[] = [];
    while (statement.step()) found.push(statement.getAsObject());
    statement.free();
    return found;
  };
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return {
    name: `SQLite ${String(rows("SELECT sqlite_version() AS v")[0]?.v)}`,
    begin: () =>
      ask(async () => {
        database.close();
        database = new sqlite.Database();
      }),
    execute: (sql) => ask(async () => void database.run(sql)),
    evaluate: (expression) => ask(async () => JSON.stringify(rows(`SELECT ${expression} AS v`)[0]?.v ?? null)),
    readColumns: async (table) =>
      rows(`SELECT * FROM pragma_table_xinfo(${quote(table)})`).map((row) => ({
        name: String(row.name),
        type: String(row.type),
        nullable: row.notnull === 0,
        default: row.dflt_value === null ? null : String(row.dflt_value),
        generated: row.hidden === 0 ? null : "",
        autoincrement: false,
        comment: null,
      })),
    readIndexes: async (table) =>
      rows(`SELECT name FROM pragma_index_list(${quote(table)}) WHERE origin = 'c' ORDER BY name`).map((row) =>
        String(row.name),
      ),
    translate: (sql) => sql,
    end: async () => undefined,
    close: async () => database.close(),
  };
}
