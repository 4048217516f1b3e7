// The engines that prove SQL for users, as tests start them: embedded where there is such a thing, else on a server of this
// machine.

import { userInfo } from "node:os";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { CatalogColumn } from "../../src/prove/catalog.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { openEngine } from "../../src/prove/engines.ts";
import { standInForMysql } from "./mysql-on-mariadb.ts";

/** The PostgreSQL server that tests may use: METAXY_TEST_POSTGRES, else the local one, as whoever runs the tests. */
const postgresqlUrl: string =
  process.env.METAXY_TEST_POSTGRES ?? `postgresql://${userInfo().username}@127.0.0.1:5432/postgres`;

/** The MariaDB server that tests may use: METAXY_TEST_MARIADB, else the local one without a password. */
const mariadbUrl: string = process.env.METAXY_TEST_MARIADB ?? "mysql://root@127.0.0.1:3306";

/** An engine, and what tests of one table ask it. */
export interface TestEngine extends Engine {
  /** The columns of a table as the engine describes them; empty when there is no such table. */
  readColumns(table: string): Promise<readonly CatalogColumn[]>;
  /** The names of a table's secondary indexes. */
  readIndexes(table: string): Promise<readonly string[]>;
}

/**
 * Starts the engine on which a dialect's SQL is tried. Without one it says so and returns null, so that a developer's
 * machine need not have them all.
 *
 * @throws on CI, where every engine has to be there
 */
export async function openTestEngine(dialect: DialectName): Promise<TestEngine | null> {
  const url = dialect === "mariadb" || dialect === "mysql" ? mariadbUrl : null;
  const engine = await open(dialect, url);
  return engine && withQuestions(dialect === "mysql" ? standInForMysql(engine) : engine);
}

/** Connects to the PostgreSQL server, on the same terms. */
export function openPostgresql(): Promise<Engine | null> {
  return open("postgresql", postgresqlUrl);
}

async function open(dialect: DialectName, url: string | null): Promise<Engine | null> {
  const { value, diagnostics } = await openEngine(dialect, url);
  if (value === null) missEngine(dialect, url, JSON.stringify(diagnostics.map(({ args }) => args)));
  return value;
}

function missEngine(dialect: DialectName, url: string | null, reason: string): void {
  const sentence = `an engine for ${dialect} is not ${url === null ? "installed" : "running"} (${reason})`;
  if (process.env.CI) throw new Error(sentence);
  console.warn(`skipped: ${sentence}`);
}

function withQuestions(engine: Engine): TestEngine {
  const find = async (name: string) => (await engine.readCatalog([])).tables.find((table) => table.name === name);
  return {
    ...engine,
    readColumns: async (table) => (await find(table))?.columns ?? [],
    readIndexes: async (table) => (await find(table))?.indexes.map(({ name }) => name) ?? [],
  };
}
