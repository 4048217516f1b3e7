// What the golden cases expect and what out/ holds, run on real engines: every script of every store loads, and the catalog
// read back says what metadata.json says. BigQuery, which is only a service, is read by two parsers.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../src/diagnostics/finding.ts";
import type { Dialect } from "../src/dialects/dialect.ts";
import { dialects } from "../src/dialects/index.ts";
import type { Engine } from "../src/prove/engine.ts";
import { prove } from "../src/prove/prove.ts";
import { parseBigquery } from "./engines/bigquery.ts";
import { openPostgresql, openTestEngine } from "./engines/engine.ts";
import { asMariadbHasThem } from "./engines/mysql-on-mariadb.ts";
import { type ExpectedStore, readExpectedStores, toProvable } from "./expected-store.ts";
import { readGoldenCases, readTexts } from "./golden-cases.ts";

const out = join(dirname(fileURLToPath(import.meta.url)), "../out");
const stores = [...readGoldenCases(), { name: "out", expected: readTexts(out) }].flatMap(readExpectedStores);
const storesOf = (runs: (dialect: Dialect, store: ExpectedStore) => boolean) =>
  stores.filter((store) => runs(store.dialect, store)).map((store) => [store.name, store] as const);

/** Debian has no pgvector for its server; PGlite's comes along. */
const needsExtension = ({ statements }: ExpectedStore) => statements.some((sql) => sql.includes("CREATE EXTENSION"));

/** What an engine runs, and how it starts. */
const engines: readonly (readonly [
  label: string,
  runs: (dialect: Dialect, store: ExpectedStore) => boolean,
  open: () => Promise<Engine | null>,
])[] = [
  ["DuckDB", ({ engine }) => engine === "duckdb" || engine === "ducklake", () => openTestEngine("duckdb")],
  ["PGlite", ({ engine }) => engine === "postgresql", () => openTestEngine("postgresql")],
  ["a PostgreSQL server", ({ engine }, store) => engine === "postgresql" && !needsExtension(store), openPostgresql],
  ["SQLite", ({ engine }) => engine === "sqlite", () => openTestEngine("sqlite")],
  ["ClickHouse", ({ engine }) => engine === "clickhouse", () => openTestEngine("clickhouse")],
  ["MariaDB", ({ engine, name }) => engine === "mysql" && name !== "mysql", () => openTestEngine("mariadb")],
  ["MariaDB in the place of MySQL", ({ name }) => name === "mysql", () => openTestEngine("mysql")],
];

it.each(Object.values(dialects))("$title has cases, and an engine or a parser that reads them", (dialect) => {
  expect(storesOf((each) => each === dialect)).not.toEqual([]);
  expect(
    dialect.name === "bigquery" ||
      engines.some(([, runs]) => storesOf(runs).some(([, store]) => store.dialect === dialect)),
  ).toBe(true);
});

describe.each(engines)("on %s", (_label, runs, open) => {
  let engine: Engine | null;

  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine?.close());

  it.each(storesOf(runs))("%s reads back", { timeout: 120_000 }, async (_name, store) => {
    if (engine === null) return;
    expect(await differencesOf(store, engine)).toEqual([]);
  });
});

describe("BigQuery", () => {
  it.each(storesOf(({ name }) => name === "bigquery"))(
    "%s is read by two parsers",
    { timeout: 60_000 },
    async (_name, { statements }) => {
      const complaints: string[] = [];
      for (const sql of statements) complaints.push(...(await parseBigquery(sql)));
      expect(complaints).toEqual([]);
    },
  );
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
  return findingsOf(proof.diagnostics, () => null).map(({ code, message }) => `${code} ${message}`);
}
