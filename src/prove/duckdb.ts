// DuckDB in memory, through @duckdb/node-api. Each proof has an attached database of its own, thrown away afterwards.
// DuckDB keeps neither the names of constraints nor the direction of index parts.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Checked } from "../diagnostics/diagnostic.ts";
import { doubleQuoted } from "../dialects/quoting.ts";
import { readDuckdbCatalog } from "./duckdb-catalog.ts";
import { ask, type Engine, type ParseVerdict } from "./engine.ts";
import { loadPackage } from "./load-package.ts";

/** The attached database, and in it the schema for tables without one (`main` may be asked for by name). */
const DATABASE = "metaxy_prove";
const HOME = "metaxy_home";

/** Starts DuckDB; null with a diagnostic when its package is not there. */
export async function openDuckdb(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("@duckdb/node-api", () => import("@duckdb/node-api"));
  if (value === null) return { value: null, diagnostics };
  const instance = await value.DuckDBInstance.create(":memory:");
  return { value: makeEngine(await instance.connect(), value.version(), () => instance.closeSync()), diagnostics: [] };
}

function makeEngine(connection: DuckDBConnection, version: string, closeInstance: () => void): Engine {
  const run = async (sql: string) => void (await connection.run(sql));
  const leave = async () => {
    await run("USE memory.main");
    await run(`DETACH DATABASE IF EXISTS ${DATABASE}`);
  };
  return {
    name: `DuckDB ${version.replace(/^v/, "")}`,
    forgets: ["the names of constraints", "the direction of index columns", "the length of VARCHAR"],
    scratch: "metaxy_twin",
    parse: async (statements) => {
      const verdicts: ParseVerdict[] = [];
      for (const sql of statements) verdicts.push(await parse(connection, sql));
      return verdicts;
    },
    begin: (schemas) =>
      ask(async () => {
        await leave();
        await run(`ATTACH ':memory:' AS ${DATABASE}`);
        for (const schema of [HOME, ...schemas])
          await run(`CREATE SCHEMA IF NOT EXISTS ${DATABASE}.${doubleQuoted(schema)}`);
        await run(`USE ${DATABASE}.${HOME}`);
      }),
    readClauses: async () => ({}),
    execute: (sql) =>
      ask(async () => {
        await run(sql);
        return [];
      }),
    evaluate: (expression, type) =>
      ask(async () => {
        const sql = type === undefined ? expression : `CAST((${expression}) AS ${type})`;
        const reader = await connection.runAndReadAll(`SELECT CAST(to_json(${sql}) AS VARCHAR)`);
        const value = reader.getRowsJS()[0]?.[0];
        return typeof value === "string" ? value : null;
      }),
    readCatalog: (schemas) => readDuckdbCatalog(connection, { database: DATABASE, home: HOME, schemas }),
    end: leave,
    close: async () => {
      connection.closeSync();
      closeInstance();
    },
  };
}

/** "SET PARTITIONED BY is not supported for DuckDB tables". */
const PARTITIONS = /^ALTER TABLE .* SET PARTITIONED BY \(/s;
const ONLY_DUCKLAKE = "only DuckLake divides tables";

async function parse(connection: DuckDBConnection, sql: string): Promise<ParseVerdict> {
  const answer = await ask(async () => (await connection.extractStatements(sql)).count);
  if (!answer.ok) return { kind: "error", message: answer.error.replace(/^Failed to extract statements: /, "") };
  if (answer.value === 1)
    return PARTITIONS.test(sql) ? { kind: "unrunnable", reason: ONLY_DUCKLAKE } : { kind: "statement" };
  return { kind: "error", message: `${answer.value} statements where one was expected` };
}
