// ClickHouse inside this process, through chdb, which has a package of its own beside this file because of its size.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { ask } from "../../src/prove/engine.ts";
import type { TestEngine } from "./engine.ts";

const DATABASE = "metaxy_test";
const folder = new URL("./clickhouse/", import.meta.url);

/** The part of chdb that is used. */
interface Chdb {
  readonly Session: new () => { query(sql: string, format: string): string; cleanup(): void };
}

/** Starts ClickHouse; null when it is not installed. */
export async function openClickhouse(): Promise<TestEngine | null> {
  if (!existsSync(new URL("node_modules/chdb", folder))) return null;
  const { Session } = createRequire(new URL("package.json", folder))("chdb") as Chdb;
  const session = new Session();
  const run = (sql: string) => session.query(sql, "JSONCompact");
  const rows = (sql: string) =>
    JSON.parse(session.query(sql, "JSONEachRow").trim().split("\n").join(",").replace(/^/, "[").concat("]")) as Record<
      string,
      unknown
    >[];
  const quote = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return {
    name: `ClickHouse ${String(rows("SELECT version() AS v")[0]?.v)}`,
    begin: () =>
      ask(async () => {
        run(`DROP DATABASE IF EXISTS ${DATABASE} SYNC`);
        run(`CREATE DATABASE ${DATABASE}`);
        run(`USE ${DATABASE}`);
      }),
    execute: (sql) => ask(async () => void run(sql)),
    evaluate: (expression) => ask(async () => JSON.stringify(rows(`SELECT ${expression} AS v`)[0]?.v ?? null)),
    readColumns: async (table) =>
      rows(`
        SELECT name, type, default_kind, default_expression, comment FROM system.columns
        WHERE database = '${DATABASE}' AND table = ${quote(table)} ORDER BY position`).map((row) => ({
        name: String(row.name),
        type: String(row.type),
        nullable: String(row.type).startsWith("Nullable("),
        default: row.default_kind === "DEFAULT" ? String(row.default_expression) : null,
        generated: row.default_kind === "MATERIALIZED" ? String(row.default_expression) : null,
        autoincrement: false,
        comment: row.comment === "" ? null : String(row.comment),
      })),
    readIndexes: async (table) =>
      rows(`
        SELECT name FROM system.data_skipping_indices
        WHERE database = '${DATABASE}' AND table = ${quote(table)} ORDER BY name`).map((row) => String(row.name)),
    translate: (sql) => sql,
    end: async () => void run(`DROP DATABASE IF EXISTS ${DATABASE} SYNC`),
    close: async () => session.cleanup(),
  };
}
