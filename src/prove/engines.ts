// Which engine proves which dialect, and how to start it. Nothing is loaded before it is asked for.

import { type Checked, diagnose } from "../diagnostics/diagnostic.ts";
import type { DialectName } from "../model/project.ts";
import { compareText } from "../model/text-order.ts";
import { openClickhouse } from "./clickhouse.ts";
import { openDuckdb } from "./duckdb.ts";
import type { Engine } from "./engine.ts";
import { openMysqlServer } from "./mysql.ts";
import { openPglite } from "./pglite.ts";
import { openPostgresqlServer } from "./postgresql-server.ts";
import { openSqlite } from "./sqlite.ts";

/** What can prove a dialect. */
interface Prover {
  /** Inside this process; null where there is no such thing. */
  readonly embedded: (() => Promise<Checked<Engine | null>>) | null;
  /** Somewhere else; null where there is no such thing. */
  readonly server: Server | null;
}

interface Server {
  readonly open: (url: string) => Promise<Checked<Engine | null>>;
  /** What its address looks like. */
  readonly example: string;
}

const duckdb: Prover = { embedded: openDuckdb, server: null };
const mysql: Prover = { embedded: null, server: { open: openMysqlServer, example: "mysql://user@host:3306" } };

/** Dialects without an entry have no engine that runs here. */
const provers: { readonly [D in DialectName]?: Prover } = {
  duckdb,
  // Hosted DuckDB takes the same SQL.
  motherduck: duckdb,
  // DuckLake's rules are narrower, so what it takes DuckDB takes too.
  ducklake: duckdb,
  postgresql: {
    embedded: openPglite,
    server: { open: openPostgresqlServer, example: "postgresql://user@host/database" },
  },
  sqlite: { embedded: openSqlite, server: null },
  clickhouse: { embedded: openClickhouse, server: null },
  mysql,
  mariadb: mysql,
};

/**
 * Starts an engine for a dialect.
 *
 * @param url a server to prove on instead of the embedded engine; null for that one
 */
export async function openEngine(dialect: DialectName, url: string | null): Promise<Checked<Engine | null>> {
  const { embedded, server } = provers[dialect] ?? { embedded: null, server: null };
  if (embedded !== null && url === null) return embedded();
  if (server !== null && url !== null) return server.open(url);
  const provable = Object.entries(provers)
    .filter(([, prover]) => (url === null ? prover.embedded : prover.server) !== null)
    .map(([name]) => name)
    .sort(compareText);
  const words = { dialect, server: url !== null, provable, example: server?.example ?? null };
  return { value: null, diagnostics: [diagnose("MXC3902", words, null)] };
}
