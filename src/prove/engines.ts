// Which engine proves which dialect, and how to start it. Nothing is loaded before it is asked for.

import { type Checked, diagnose } from "../diagnostics/diagnostic.ts";
import type { DialectName } from "../model/project.ts";
import { compareText } from "../model/text-order.ts";
import { openDuckdb } from "./duckdb.ts";
import type { Engine } from "./engine.ts";
import { openPglite } from "./pglite.ts";
import { openPostgresqlServer } from "./postgresql-server.ts";
import { openSqlite } from "./sqlite.ts";

/** What can prove a dialect. */
interface Prover {
  /** Inside this process. */
  readonly embedded: () => Promise<Checked<Engine | null>>;
  /** Somewhere else; null where there is no such thing. */
  readonly server: ((url: string) => Promise<Checked<Engine | null>>) | null;
}

const duckdb: Prover = { embedded: openDuckdb, server: null };

/** Dialects without an entry have no engine that runs here. */
const provers: { readonly [D in DialectName]?: Prover } = {
  duckdb,
  // Hosted DuckDB takes the same SQL.
  motherduck: duckdb,
  // DuckLake's rules are narrower, so what it takes DuckDB takes too.
  ducklake: duckdb,
  postgresql: { embedded: openPglite, server: openPostgresqlServer },
  sqlite: { embedded: openSqlite, server: null },
};

/**
 * Starts an engine for a dialect.
 *
 * @param url a server to prove on instead of the embedded engine; null for that one
 */
export async function openEngine(dialect: DialectName, url: string | null): Promise<Checked<Engine | null>> {
  const prover = provers[dialect];
  if (prover !== undefined && url === null) return prover.embedded();
  if (prover !== undefined && prover.server !== null && url !== null) return prover.server(url);
  const provable = Object.entries(provers)
    .filter(([, { server }]) => url === null || server !== null)
    .map(([name]) => name)
    .sort(compareText);
  return { value: null, diagnostics: [diagnose("MXC3902", { dialect, server: url !== null, provable }, null)] };
}
