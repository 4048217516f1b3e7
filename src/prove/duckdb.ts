// DuckDB in memory, through @duckdb/node-api. Each proof has an attached database of its own, thrown away afterwards.
// DuckDB keeps neither the names of constraints nor the direction of index parts. DuckLake is a database of another kind: its
// extension has to be there, because nothing is downloaded here.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Checked } from "../diagnostics/diagnostic.ts";
import { doubleQuoted, singleQuoted } from "../dialects/quoting.ts";
import { readDuckdbCatalog } from "./duckdb-catalog.ts";
import { readPartition, withLakesOwn } from "./ducklake-catalog.ts";
import { ask, type Engine, type ParseVerdict } from "./engine.ts";
import { loadPackage } from "./load-package.ts";

/** The attached database, and in it the schema for tables without one (`main` may be asked for by name). */
const DATABASE = "metaxy_prove";
const HOME = "metaxy_home";

type DuckdbPackage = typeof import("@duckdb/node-api");

/** A kind of database that DuckDB attaches. */
interface DatabaseKind {
  /** With DuckDB's name and version, for people. */
  readonly label: (duckdb: string) => string;
  readonly attach: string;
  /** Whether it is a lake, whose tables can be divided. */
  readonly isLake: boolean;
}

const ORDINARY: DatabaseKind = { label: (duckdb) => duckdb, attach: `ATTACH ':memory:' AS ${DATABASE}`, isLake: false };

const LAKE: DatabaseKind = {
  label: (duckdb) => `DuckLake on ${duckdb}`,
  // Nothing is ever written there: the tables stay empty.
  attach: `ATTACH 'ducklake::memory:' AS ${DATABASE} (DATA_PATH '${DATABASE}')`,
  isLake: true,
};

const STAND_IN: DatabaseKind = {
  ...ORDINARY,
  label: (duckdb) => `${duckdb} in the place of DuckLake, whose extension is not installed`,
};

/** Starts DuckDB; null with a diagnostic when its package is not there. */
export async function openDuckdb(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("@duckdb/node-api", () => import("@duckdb/node-api"));
  return { value: value && (await start(value, async () => ORDINARY)), diagnostics };
}

/** Starts DuckLake where its extension is installed, else DuckDB, which takes what DuckLake takes. */
export async function openDucklake(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("@duckdb/node-api", () => import("@duckdb/node-api"));
  return { value: value && (await startDucklake(value, "ducklake")), diagnostics };
}

/**
 * Starts DuckLake on a given DuckDB.
 *
 * @param extension its name, or the path of its file
 */
export function startDucklake(duckdb: DuckdbPackage, extension: string): Promise<Engine> {
  return start(duckdb, async (connection) => {
    const loaded = await ask(() => connection.run(`LOAD ${singleQuoted(extension)}`));
    return loaded.ok ? LAKE : STAND_IN;
  });
}

async function start(
  { DuckDBInstance, version }: DuckdbPackage,
  choose: (connection: DuckDBConnection) => Promise<DatabaseKind>,
): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return makeEngine(connection, await choose(connection), version(), () => instance.closeSync());
}

function makeEngine(
  connection: DuckDBConnection,
  { label, attach, isLake }: DatabaseKind,
  version: string,
  closeInstance: () => void,
): Engine {
  const run = async (sql: string) => void (await connection.run(sql));
  const leave = async () => {
    await run("USE memory.main");
    await run(`DETACH DATABASE IF EXISTS ${DATABASE}`);
  };
  return {
    name: label(`DuckDB ${version.replace(/^v/, "")}`),
    forgets: ["the names of constraints", "the direction of index columns", "the length of VARCHAR"],
    scratch: "metaxy_twin",
    parse: async (statements) => {
      const verdicts: ParseVerdict[] = [];
      for (const sql of statements) verdicts.push(await parse(connection, sql, isLake));
      return verdicts;
    },
    begin: (schemas) =>
      ask(async () => {
        await leave();
        await run(attach);
        for (const schema of [HOME, ...schemas])
          await run(`CREATE SCHEMA IF NOT EXISTS ${DATABASE}.${doubleQuoted(schema)}`);
        await run(`USE ${DATABASE}.${HOME}`);
      }),
    readClauses: async ({ afterwards }) => readPartition(afterwards, isLake),
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
    readCatalog: async (schemas) => {
      const place = { database: DATABASE, home: HOME, schemas };
      const catalog = await readDuckdbCatalog(connection, place);
      return isLake ? withLakesOwn(connection, catalog, place) : catalog;
    },
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

async function parse(connection: DuckDBConnection, sql: string, isLake: boolean): Promise<ParseVerdict> {
  const answer = await ask(async () => (await connection.extractStatements(sql)).count);
  if (!answer.ok) return { kind: "error", message: answer.error.replace(/^Failed to extract statements: /, "") };
  if (answer.value === 1) {
    const runs = isLake || !PARTITIONS.test(sql);
    return runs ? { kind: "statement" } : { kind: "unrunnable", reason: ONLY_DUCKLAKE };
  }
  return { kind: "error", message: `${answer.value} statements where one was expected` };
}
