// A PostgreSQL server somebody runs, through the package pg. Nothing of a proof outlives its transaction.

import { type Checked, diagnose } from "../diagnostics/diagnostic.ts";
import { ask, type Engine } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { openPostgresqlSession } from "./postgresql-session.ts";

/** How long a server may take to answer, in milliseconds. */
const CONNECT_TIMEOUT = 5000;

/**
 * Connects to a server; null with a diagnostic when there is none or the package is not there.
 *
 * @param url `postgresql://user@host/database`; its password never appears in a message
 */
export async function openPostgresqlServer(url: string): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("pg", () => import("pg"));
  if (value === null) return { value: null, diagnostics };
  const connected = await ask(async () => {
    const client = new value.default.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT });
    // A server that goes away says so to the statement that is running; without a listener it would end the process.
    client.on("error", () => {});
    await client.connect();
    return client;
  });
  if (!connected.ok) {
    return { value: null, diagnostics: [diagnose("MXC3901", { engine: "PostgreSQL", reason: connected.error }, null)] };
  }
  const client = connected.value;
  // The extended protocol takes one statement at a time, whatever the text says.
  const query = (text: string, values: unknown[]) => {
    const config = { text, values, queryMode: "extended" };
    return client.query(config);
  };
  const pid = (await query("SELECT pg_backend_pid() AS pid", [])).rows[0]?.pid;
  const engine = await openPostgresqlSession(
    {
      run: (sql) => query(sql, []),
      query: async <Row>(sql: string, parameters: readonly unknown[]) =>
        (await query(sql, [...parameters])).rows as Row[],
      close: () => client.end(),
    },
    { label: "PostgreSQL", home: `metaxy_prove_${pid}`, shared: true },
  );
  return { value: engine, diagnostics: [] };
}
