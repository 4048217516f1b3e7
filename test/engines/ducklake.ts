// DuckLake as tests start it: an older DuckDB in a package of its own, because its extension comes late. It needs a process of
// its own too: two versions of DuckDB do not fit into one.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startDucklake } from "../../src/prove/duckdb.ts";
import type { Engine } from "../../src/prove/engine.ts";

const folder = new URL("./ducklake/node_modules/", import.meta.url);
const duckdb = new URL("@duckdb/node-api/lib/index.js", folder);
const extension = new URL(".python/duckdb_extension_ducklake/extensions/v1.5.5/ducklake.duckdb_extension", folder);

/**
 * Starts DuckLake, or says that it is not there.
 *
 * @throws on CI, where it has to be there
 */
export async function openTestDucklake(): Promise<Engine | null> {
  if (existsSync(duckdb) && existsSync(extension)) {
    return startDucklake(await import(fileURLToPath(duckdb)), fileURLToPath(extension));
  }
  const sentence = "DuckLake is not installed in test/engines/ducklake";
  if (process.env.CI) throw new Error(sentence);
  console.warn(`skipped: ${sentence}`);
  return null;
}
