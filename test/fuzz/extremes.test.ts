// What is nested deeply, leads back to itself or doubles with every step is compiled or refused, too.

import { expect, it } from "vitest";
import { fuzz } from "./amount.ts";
import { CYCLES } from "./cycles.ts";
import { complaintAbout } from "./law.ts";
import { NESTING } from "./nesting.ts";

const CONFIG = `project = "p"
[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }
[ext.sqlmodel]
enable = true
`;

it.each(Object.entries(CYCLES))("%s", { timeout: 60_000 }, async (name, texts) => {
  expect(await complaintAboutTexts(name, texts)).toBeNull();
});

/** All of them where more is tried than usual. */
const DEPTHS = [5000, 300, 50_000, 1000].slice(0, fuzz(1).numRuns);

it.each([...NESTING])("%s, one in the other", { timeout: 60_000 }, async (name, texts) => {
  for (const depth of DEPTHS) {
    expect(await complaintAboutTexts(name, texts(depth)), `${depth} deep`).toBeNull();
  }
});

function complaintAboutTexts(name: string, texts: Readonly<Record<string, string>>): Promise<string | null> {
  const files = new Map(Object.entries({ "metaxy.toml": CONFIG, ...texts }));
  return complaintAbout({ name, files, argv: ["src", "--format", "json"], env: {} });
}
