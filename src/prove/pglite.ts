// PostgreSQL inside this process, through @electric-sql/pglite. Starting takes two to four seconds.

import type { Extensions } from "@electric-sql/pglite";
import type { Checked } from "../diagnostics/diagnostic.ts";
import type { Engine } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { openPostgresqlSession } from "./postgresql-session.ts";

/** Starts PGlite; null with a diagnostic when its package is not there. */
export async function openPglite(): Promise<Checked<Engine | null>> {
  const { value, diagnostics } = await loadPackage("@electric-sql/pglite", () => import("@electric-sql/pglite"));
  if (value === null) return { value: null, diagnostics };
  const database = await value.PGlite.create({ extensions: await findExtensions() });
  const client = {
    run: (sql: string) => database.query(sql),
    query: async <Row>(sql: string, parameters: readonly unknown[]) =>
      (await database.query<Row>(sql, [...parameters])).rows,
    close: () => database.close(),
  };
  const engine = await openPostgresqlSession(client, {
    label: "PGlite, PostgreSQL",
    home: "metaxy_prove",
    shared: false,
  });
  return { value: engine, diagnostics: [] };
}

/** pgvector comes in a package of its own; without it, tables with vectors are refused by the engine. */
async function findExtensions(): Promise<Extensions> {
  try {
    const { vector } = await import("@electric-sql/pglite-pgvector");
    return { vector };
  } catch {
    return {};
  }
}
