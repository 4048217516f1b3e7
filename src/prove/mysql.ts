// A MySQL or MariaDB server somebody runs, through the package mysql2. Schemas are databases, and statements commit by
// themselves: a proof makes databases of its own, and drops exactly those.

import type { Connection, RowDataPacket } from "mysql2/promise";
import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { mysql } from "../dialects/mysql.ts";
import { type Answer, ask, type Engine, type ParseVerdict } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { type MysqlRow, readMysqlCatalog } from "./mysql-catalog.ts";

/** How long a server may take to answer, in milliseconds. */
const CONNECT_TIMEOUT = 5000;

/** Its catalog is written with three bytes for a character. */
const FORGOTTEN_LABELS = "characters of enum labels beyond the basic plane, such as \u{1f3ac}";

/** Holds a value for a moment, so that it has the type of a column. */
const SCRATCH_TABLE = "metaxy_value";

/** "You have an error in your SQL syntax", "Query was empty". */
const SYNTAX_ERRORS: readonly unknown[] = [1064, 1065, 1149];

/** "This command is not supported in the prepared statement protocol yet". */
const UNPREPARABLE = 1295;

/**
 * Connects to a server; null with a diagnostic when there is none or the package is not there.
 *
 * @param url `mysql://user@host:3306`; its password never appears in a message
 */
export async function openMysqlServer(url: string): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("mysql2", () => import("mysql2/promise"));
  if (value === null) return { value: null, diagnostics };
  const connected = await ask(() => {
    if (!/^(mysql|mariadb):\/\//.test(url)) throw new Error("its address has to start with 'mysql://'");
    const uri = url.replace(/^mariadb:/, "mysql:");
    // As text: a Date would depend on the machine's zone, a number would lose digits, a document its layout.
    const asText = { dateStrings: true, supportBigNumbers: true, bigNumberStrings: true, jsonStrings: true };
    return value.createConnection({ uri, charset: "utf8mb4", connectTimeout: CONNECT_TIMEOUT, ...asText });
  });
  if (!connected.ok) return { value: null, diagnostics: [refusal(connected.error)] };
  const connection = connected.value;
  // A server that goes away says so to the statement that is running; without a listener it would end the process.
  connection.on("error", () => {});
  const session = await ask(() => openSession(connection));
  if (session.ok) return { value: session.value, diagnostics: [] };
  await connection.end();
  return { value: null, diagnostics: [refusal(session.error)] };
}

function refusal(reason: string): Diagnostic {
  return diagnose("MXC3901", { engine: "MySQL", reason }, null);
}

async function openSession(connection: Connection): Promise<Engine> {
  const query = async (sql: string, values: readonly unknown[] = []) =>
    (await connection.query<RowDataPacket[]>(sql, [...values]))[0] as readonly MysqlRow[];
  const { quoteIdentifier } = mysql;
  const [about] = await query("SELECT VERSION() AS version, CONNECTION_ID() AS id");
  const version = String(about?.version);
  // The number of a connection is the server's, so no other proof has it at the same time.
  const home = findFreeName(`metaxy_prove_${about?.id}`, await query("SHOW DATABASES"));
  let databases: readonly string[] = [];
  const leave = async () => {
    for (const name of databases) await query(`DROP DATABASE ${quoteIdentifier(name)}`);
    databases = [];
  };
  const enter = (schemas: readonly string[]) =>
    ask(async () => {
      await leave();
      // A database that is there already belongs to somebody: then this fails.
      for (const name of [home, ...schemas]) {
        await query(`CREATE DATABASE ${quoteIdentifier(name)}`);
        databases = [...databases, name];
      }
      await query(`USE ${quoteIdentifier(home)}`);
    });
  return {
    name: describeVersion(version),
    forgets: ["the name of the primary key", ...(version.includes("MariaDB") ? [FORGOTTEN_LABELS] : [])],
    scratch: `${home}_twin`,
    parse: async (statements) => {
      // Statements that name no database cannot be parsed without one.
      const begun = await enter([]);
      const verdicts: ParseVerdict[] = [];
      for (const sql of statements) {
        verdicts.push(begun.ok ? await parse(sql, connection) : { kind: "unchecked", reason: begun.error });
      }
      await leave();
      return verdicts;
    },
    readClauses: async ({ suffix }) => Object.fromEntries(suffix.map(readClause)),
    begin: enter,
    execute: (sql) =>
      ask(async () => {
        await query(sql);
        return (await query("SHOW WARNINGS")).map(({ Message }) => String(Message));
      }),
    evaluate: (expression, type) => evaluate(expression, type, query),
    readCatalog: (schemas) => readMysqlCatalog(query, home, schemas),
    end: leave,
    close: async () => {
      await leave();
      await connection.end();
    },
  };
}

/** What a killed proof left behind is not another's to drop. */
function findFreeName(name: string, databases: readonly MysqlRow[]): string {
  const taken = databases.map((row) => String(row.Database));
  let free = name;
  for (let place = 1; taken.some((each) => each === free || each.startsWith(`${free}_`)); place++) {
    free = `${name}_${place}`;
  }
  return free;
}

/** `10.11.19-MariaDB-0+deb12u1` or `8.4.2`. */
function describeVersion(version: string): string {
  const number = /^[\d.]+/.exec(version)?.[0] ?? version;
  return `${version.includes("MariaDB") ? "MariaDB" : "MySQL"} ${number}`;
}

/** Preparing a statement parses it. Names it looks up too early, such as those of collations, are left to the run. */
async function parse(sql: string, connection: Connection): Promise<ParseVerdict> {
  try {
    await (await connection.prepare(sql)).close();
    return { kind: "statement" };
  } catch (cause) {
    const { errno, message } = cause as { readonly errno?: number; readonly message: string };
    if (errno === UNPREPARABLE) return { kind: "unchecked", reason: "the server cannot prepare such statements" };
    return SYNTAX_ERRORS.includes(errno) ? { kind: "error", message } : { kind: "statement" };
  }
}

/** `COLLATE = utf8mb4_bin`, in the letters that the catalog is compared in. */
function readClause(clause: string): readonly [string, string] {
  const [words = "", value = ""] = clause.split(" = ");
  return [words, value.toLowerCase()];
}

/** A column is the only thing that has any type: CAST knows few. */
async function evaluate(
  expression: string,
  type: string | undefined,
  query: (sql: string) => Promise<readonly MysqlRow[]>,
): Promise<Answer<string | null>> {
  if (type === undefined) return ask(async () => readValue(await query(`SELECT ${expression} AS value`)));
  const answer = await ask(async () => {
    await query(`CREATE TEMPORARY TABLE ${SCRATCH_TABLE} (value ${type}) CHARACTER SET utf8mb4`);
    await query(`INSERT INTO ${SCRATCH_TABLE} VALUES (${expression})`);
    return readValue(await query(`SELECT value FROM ${SCRATCH_TABLE}`));
  });
  await query(`DROP TEMPORARY TABLE IF EXISTS ${SCRATCH_TABLE}`);
  return answer;
}

function readValue([row]: readonly MysqlRow[]): string | null {
  return row === undefined || row.value === null ? null : JSON.stringify(row.value);
}
