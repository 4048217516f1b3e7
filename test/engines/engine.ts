// Engines for tests: those that prove SQL for users, and more that only tests need. All run what a dialect prints and say
// what is there afterwards.

import type { DialectName } from "../../src/model/project.ts";
import type { CatalogColumn } from "../../src/prove/catalog.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { openEngine } from "../../src/prove/engines.ts";
import { openClickhouse } from "./clickhouse.ts";
import { openMariadb } from "./mariadb.ts";
import { openSqlite } from "./sqlite.ts";

/** What the tests in emit/ and dialects/ need of an engine. */
export interface TestEngine extends Pick<Engine, "name" | "begin" | "execute" | "evaluate" | "end" | "close"> {
  /** The columns of a table as the engine describes them; empty when there is no such table. */
  readColumns(table: string): Promise<readonly CatalogColumn[]>;
  /** The names of a table's secondary indexes. */
  readIndexes(table: string): Promise<readonly string[]>;
  /** Rewrites SQL of a dialect that the engine only stands in for. */
  readonly translate: (sql: string) => string;
}

/** Starts the engine on which a dialect's SQL is tried; null where there is none on this machine. */
export async function openTestEngine(dialect: DialectName): Promise<TestEngine | null> {
  const open = OTHERS[dialect];
  if (open !== undefined) return open();
  const { value } = await openEngine(dialect, null);
  return value && fromProver(value);
}

const OTHERS: { readonly [D in DialectName]?: () => Promise<TestEngine | null> } = {
  sqlite: openSqlite,
  mariadb: () => openMariadb((sql) => sql),
  // MariaDB knows MySQL's binary collation by another name, and takes no NOT NULL for generated columns.
  mysql: () =>
    openMariadb((sql) =>
      sql.replaceAll("utf8mb4_0900_bin", "utf8mb4_nopad_bin").replaceAll(" STORED NOT NULL", " STORED"),
    ),
  clickhouse: openClickhouse,
};

/** An engine of `prove`, on the one table that is asked about. */
function fromProver(engine: Engine): TestEngine {
  const find = async (name: string) => (await engine.readCatalog([])).tables.find((table) => table.name === name);
  return {
    name: engine.name,
    begin: engine.begin,
    execute: engine.execute,
    evaluate: engine.evaluate,
    end: engine.end,
    close: engine.close,
    readColumns: async (table) => (await find(table))?.columns ?? [],
    readIndexes: async (table) => (await find(table))?.indexes.map(({ name }) => name) ?? [],
    translate: (sql) => sql,
  };
}

/**
 * Says why a test does nothing. On CI every engine has to be there.
 *
 * @throws on CI
 */
export function skipWithout(engine: string): void {
  if (process.env.CI) throw new Error(`CI has to provide ${engine}`);
  console.warn(`skipped: ${engine} is not there`);
}
