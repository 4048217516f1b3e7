// Which engine proves which dialect, and how to start it. Nothing is loaded before it is asked for.

import { type Checked, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { dialects } from "../dialects/index.ts";
import type { DialectName } from "../model/dialect-name.ts";
import { compareText } from "../model/text-order.ts";
import { openClickhouse } from "./clickhouse.ts";
import { openDuckdb, openDucklake } from "./duckdb.ts";
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

const provers: Readonly<Record<NonNullable<Dialect["engine"]>, Prover>> = {
  duckdb: { embedded: openDuckdb, server: null },
  ducklake: { embedded: openDucklake, server: null },
  postgresql: {
    embedded: openPglite,
    server: { open: openPostgresqlServer, example: "postgresql://user@host/database" },
  },
  sqlite: { embedded: openSqlite, server: null },
  clickhouse: { embedded: openClickhouse, server: null },
  mysql: { embedded: null, server: { open: openMysqlServer, example: "mysql://user@host:3306" } },
};

const NO_PROVER: Prover = { embedded: null, server: null };

function proverOf({ engine }: Dialect): Prover {
  return engine === null ? NO_PROVER : provers[engine];
}

/**
 * Starts an engine for a dialect.
 *
 * @param url a server to prove on instead of the embedded engine; null for that one
 */
export async function openEngine(dialect: DialectName, url: string | null): Promise<Checked<Engine | null>> {
  const { embedded, server } = proverOf(dialects[dialect]);
  if (embedded !== null && url === null) return embedded();
  if (server !== null && url !== null) return server.open(url);
  const provable = Object.values(dialects)
    .filter((each) => proverOf(each)[url === null ? "embedded" : "server"] !== null)
    .map(({ name }) => name)
    .sort(compareText);
  const words = { dialect, server: url !== null, provable, example: server?.example ?? null };
  return { value: null, diagnostics: [diagnose("MXC3902", words, null)] };
}
