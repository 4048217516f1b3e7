// ClickHouse inside this process, through chdb. Schemas are databases; they live in a temporary directory that goes with
// the engine. The order and names of primary keys are words of the sorting key here.

import type { Session } from "chdb";
import type { Checked } from "../diagnostics/diagnostic.ts";
import { clickhouse } from "../dialects/clickhouse.ts";
import { readClickhouseCatalog } from "./clickhouse-catalog.ts";
import { readEngineClauses } from "./clickhouse-clauses.ts";
import { ask, type Engine, type ParseVerdict } from "./engine.ts";
import type { PrintedClauses } from "./expectation.ts";
import { loadPackage } from "./load-package.ts";
import { findAtTop, tokenizeSql } from "./sql-text.ts";

/** The database for tables without a schema. */
const HOME = "metaxy_prove";

/** Runs a query and returns its rows. */
export type SelectRows = (sql: string) => readonly Readonly<Record<string, string | number>>[];

/** Starts ClickHouse; null with a diagnostic when its package is not there. */
export async function openClickhouse(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("chdb", () => import("chdb"));
  if (value === null) return { value: null, diagnostics };
  return { value: makeEngine(new value.Session()), diagnostics: [] };
}

function makeEngine(session: Session): Engine {
  const { quoteIdentifier, quoteString } = clickhouse;
  const run = (sql: string) => void session.query(sql, "JSONEachRow");
  const select: SelectRows = (sql) => {
    const lines = session.query(sql, "JSONEachRow").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  };
  /** ClickHouse's own layout of one statement; throws where there is none. */
  const format = (sql: string) => String(select(`SELECT formatQuerySingleLine(${quoteString(sql)}) AS sql`)[0]?.sql);
  let databases: readonly string[] = [];
  const leave = () => {
    run("USE default");
    for (const name of databases) run(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} SYNC`);
    databases = [];
  };
  // Otherwise NaN would be null.
  run("SET output_format_json_quote_denormals = 1");
  return {
    name: `ClickHouse ${select("SELECT version() AS version")[0]?.version}`,
    forgets: ["the name of the primary key"],
    scratch: `${HOME}_twin`,
    parse: async (statements) => statements.map((sql) => parse(sql, format)),
    readClauses: async ({ body, suffix }: PrintedClauses) => {
      const columns = ["_ UInt8", ...body].join(", ");
      return readEngineClauses(format([`CREATE TABLE _ (${columns})`, ...suffix].join(" ")));
    },
    begin: (schemas) =>
      ask(async () => {
        leave();
        databases = [HOME, ...schemas];
        for (const name of databases) run(`CREATE DATABASE IF NOT EXISTS ${quoteIdentifier(name)}`);
        run(`USE ${HOME}`);
      }),
    execute: (sql) =>
      ask(async () => {
        // The client would run several statements.
        format(sql);
        run(sql);
        return [];
      }).then(readable),
    evaluate: (expression, type) =>
      ask(async () => {
        const value = type === undefined ? expression : `CAST((${expression}) AS ${type})`;
        // Bytes are strings here, and JSON can only hold text.
        const sql = type === "String" ? `(${value} AS value, if(isValidUTF8(value), value, hex(value))).2` : value;
        const json = String(select(`SELECT toJSONString(${sql}) AS json`)[0]?.json);
        return json === "null" ? null : json;
      }).then(readable),
    readCatalog: async (schemas) => readClickhouseCatalog(select, HOME, schemas),
    end: async () => leave(),
    close: async () => session.cleanup(),
  };
}

function parse(sql: string, format: (sql: string) => string): ParseVerdict {
  try {
    const tokens = tokenizeSql(format(sql), clickhouse);
    const columns = tokens.findIndex(({ text }) => text === "(");
    const isOnCluster = findAtTop(tokens.slice(0, columns), ["cluster"]) !== -1;
    return isOnCluster ? { kind: "unrunnable", reason: "a cluster takes more than one server" } : { kind: "statement" };
  } catch (cause) {
    return { kind: "error", message: plainMessage(cause instanceof Error ? cause.message : String(cause)) };
  }
}

function readable<T>(answer: Awaited<ReturnType<typeof ask<T>>>): typeof answer {
  return answer.ok ? answer : { ok: false, error: plainMessage(answer.error) };
}

/** Without the numbers around it and the query that asked. */
function plainMessage(message: string): string {
  const [first = ""] = message.trim().split(/\r?\n/, 1);
  return first
    .replace(/^Query failed: /, "")
    .replace(/^Code: \d+\. DB::Exception: /, "")
    .replace(/: In scope SELECT formatQuerySingleLine\(.*/, "")
    .replace(/:? ?\([A-Z_]+\)$/, "");
}
