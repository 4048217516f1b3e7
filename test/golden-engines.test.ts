// What the golden cases expect, run on real engines: every script of a store loads, and the catalog read back says what
// metadata.json says.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../src/diagnostics/finding.ts";
import { dialects } from "../src/dialects/index.ts";
import type { DialectName } from "../src/model/project.ts";
import type { Engine } from "../src/prove/engine.ts";
import { openEngine } from "../src/prove/engines.ts";
import { prove } from "../src/prove/prove.ts";
import { type ExpectedStore, readExpectedStores, toProvable } from "./expected-store.ts";
import { readGoldenCases } from "./golden-cases.ts";
import { openServer } from "./postgresql-server.ts";

const stores = readGoldenCases().flatMap(readExpectedStores);
const storesOf = (...names: readonly DialectName[]) =>
  stores.filter(({ metadata }) => names.includes(metadata.store.dialect)).map((store) => [store.name, store] as const);

describe.each([
  ["DuckDB", "duckdb", storesOf("duckdb", "motherduck", "ducklake")],
  ["PGlite", "postgresql", storesOf("postgresql")],
  ["SQLite", "sqlite", storesOf("sqlite")],
] as const)("on %s", (_engine, dialect, cases) => {
  let engine: Engine;

  beforeAll(async () => {
    const { value, diagnostics } = await openEngine(dialect, null);
    if (value === null) throw new Error(JSON.stringify(diagnostics));
    engine = value;
  });
  afterAll(() => engine.close());

  it("there are cases", () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases)("%s reads back", async (_name, store) => {
    expect(await differencesOf(store, engine)).toEqual([]);
  });
});

describe("on a PostgreSQL server", () => {
  it("everything reads back", { timeout: 120_000 }, async () => {
    const engine = await openServer();
    if (engine === null) return;
    const found: string[] = [];
    for (const [name, store] of storesOf("postgresql")) {
      found.push(...(await differencesOf(store, engine)).map((difference) => `${name}: ${difference}`));
    }
    await engine.close();
    expect(found).toEqual([]);
  });
});

/** What a proof says; nothing where the script needs an extension that the engine has not got, as pgvector may. */
async function differencesOf(store: ExpectedStore, engine: Engine): Promise<readonly string[]> {
  const dialect = dialects[store.metadata.store.dialect];
  const { diagnostics } = await prove({ dialect, tables: toProvable(store, dialect), engine });
  const messages = findingsOf(diagnostics, () => null).map(({ code, message }) => `${code} ${message}`);
  const needsExtension = store.statements.some((sql) => sql.includes("CREATE EXTENSION"));
  const lacksIt = messages[0]?.endsWith("is not available") === true || messages[0]?.includes("extension control file");
  return needsExtension && lacksIt ? [] : messages;
}
