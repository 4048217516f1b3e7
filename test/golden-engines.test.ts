// What the golden cases expect and what out/ holds, run on real engines: every script of every store loads, and the catalog
// read back says what metadata.json says. BigQuery, which is only a service, is read by two parsers.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../src/diagnostics/finding.ts";
import { DIALECT_NAMES, type DialectName } from "../src/model/project.ts";
import type { Engine } from "../src/prove/engine.ts";
import { prove } from "../src/prove/prove.ts";
import { parseBigquery } from "./engines/bigquery.ts";
import { openPostgresql, openTestEngine } from "./engines/engine.ts";
import { asMariadbHasThem } from "./engines/mysql-on-mariadb.ts";
import { type ExpectedStore, readExpectedStores, toProvable } from "./expected-store.ts";
import { readGoldenCases, readTexts } from "./golden-cases.ts";

const out = join(dirname(fileURLToPath(import.meta.url)), "../out");
const stores = [...readGoldenCases(), { name: "out", expected: readTexts(out) }].flatMap(readExpectedStores);
const storesOf = (names: readonly DialectName[]) =>
  stores.filter(({ dialect }) => names.includes(dialect.name)).map((store) => [store.name, store] as const);

const engines: readonly (readonly [
  label: string,
  dialects: readonly DialectName[],
  open: () => Promise<Engine | null>,
])[] = [
  ["DuckDB", ["duckdb", "motherduck", "ducklake"], () => openTestEngine("duckdb")],
  ["PGlite", ["postgresql"], () => openTestEngine("postgresql")],
  ["a PostgreSQL server", ["postgresql"], openPostgresql],
  ["SQLite", ["sqlite"], () => openTestEngine("sqlite")],
  ["ClickHouse", ["clickhouse"], () => openTestEngine("clickhouse")],
  ["MariaDB", ["mariadb"], () => openTestEngine("mariadb")],
  ["MariaDB in the place of MySQL", ["mysql"], () => openTestEngine("mysql")],
];

it("every dialect has cases and a place to run them", () => {
  const covered = new Set<DialectName>(["bigquery", ...engines.flatMap(([, names]) => names)]);
  expect(DIALECT_NAMES.filter((name) => !covered.has(name) || storesOf([name]).length === 0)).toEqual([]);
});

describe.each(engines)("on %s", (_label, names, open) => {
  let engine: Engine | null;

  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine?.close());

  it.each(storesOf(names))("%s reads back", { timeout: 120_000 }, async (_name, store) => {
    if (engine === null) return;
    expect(await differencesOf(store, engine)).toEqual([]);
  });
});

describe("BigQuery", () => {
  it.each(storesOf(["bigquery"]))("%s is read by two parsers", { timeout: 60_000 }, async (_name, { statements }) => {
    const complaints: string[] = [];
    for (const sql of statements) complaints.push(...(await parseBigquery(sql)));
    expect(complaints).toEqual([]);
  });
});

/** What a proof says. Scripts without metadata are only parsed. */
async function differencesOf(store: ExpectedStore, engine: Engine): Promise<readonly string[]> {
  const { dialect, metadata, statements } = store;
  if (metadata === null) {
    const verdicts = await engine.parse(statements);
    return verdicts.flatMap((verdict) => (verdict.kind === "error" ? [verdict.message] : []));
  }
  const tables = toProvable(store, metadata);
  const proof = await prove({ dialect, tables: dialect.name === "mysql" ? asMariadbHasThem(tables) : tables, engine });
  const messages = findingsOf(proof.diagnostics, () => null).map(({ code, message }) => `${code} ${message}`);
  if (!lacksExtension(messages, statements)) return messages;
  console.warn(`skipped: ${store.name}: pgvector is not installed for ${engine.name}`);
  return [];
}

/** Whether the only thing wrong is that the server has no pgvector, which is not Debian's to install. */
function lacksExtension(messages: readonly string[], statements: readonly string[]): boolean {
  const isMissing = messages[0]?.endsWith("is not available") || messages[0]?.includes("extension control file");
  return statements.some((sql) => sql.includes("CREATE EXTENSION")) && isMissing === true;
}
