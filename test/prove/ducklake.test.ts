// DuckLake itself, not DuckDB in its place: what the golden cases expect of it, and every type in every place.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { prove } from "../../src/prove/prove.ts";
import { proveSound } from "../dialects/type-samples.ts";
import { printOptions } from "../emit/tables.ts";
import { openTestDucklake } from "../engines/ducklake.ts";
import { readExpectedStores, toProvable } from "../expected-store.ts";
import { readGoldenCases } from "../golden-cases.ts";

const dialect = dialects.ducklake;
const stores = readGoldenCases()
  .flatMap(readExpectedStores)
  .filter((store) => store.dialect === dialect);

describe("DuckLake", () => {
  let engine: Engine | null;
  beforeAll(async () => {
    engine = await openTestDucklake();
  });
  afterAll(() => engine?.close());

  it("is what runs, and not DuckDB alone", () => {
    if (engine !== null) expect(engine.name).toMatch(/^DuckLake on DuckDB \d/);
  });

  it.each(stores.map((store) => [store.name, store] as const))("%s reads back", async (_name, store) => {
    if (engine === null || store.metadata === null) return;
    const tables = toProvable(store, store.metadata);
    const { value, diagnostics } = await prove({ dialect, tables, engine });
    expect(findingsOf(diagnostics, () => null).map(({ message }) => message)).toEqual([]);
    expect(value.tables).toBe(tables.length);
  });

  it("proves every type in every place that is no mistake", { timeout: 300_000 }, async () => {
    if (engine !== null) expect(await proveSound("ducklake", engine, printOptions)).toEqual([]);
  });
});
