// The PostgreSQL server that tests may use: METAXY_TEST_POSTGRES, else the local one, as whoever runs the tests.

import { userInfo } from "node:os";
import type { Engine } from "../src/prove/engine.ts";
import { openEngine } from "../src/prove/engines.ts";

/** Its address. */
export const serverUrl =
  process.env.METAXY_TEST_POSTGRES ?? `postgresql://${userInfo().username}@127.0.0.1:5432/postgres`;

/**
 * Connects. Without a server it says so and returns null, so that a developer's machine need not run one.
 *
 * @throws on CI, where a server has to run
 */
export async function openServer(): Promise<Engine | null> {
  const { value, diagnostics } = await openEngine("postgresql", serverUrl);
  if (value !== null) return value;
  const reason = `PostgreSQL server not running (${JSON.stringify(diagnostics.map(({ args }) => args))})`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`skipped: ${reason}`);
  return null;
}
