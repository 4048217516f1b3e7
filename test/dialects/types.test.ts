// Every kind of column in every dialect: plain, nullable, in a key, in a list. The engine runs it and says what it made of
// it; types/<dialect>.txt holds its words.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { severityOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import { DIALECT_NAMES, type DialectName } from "../../src/model/dialect-name.ts";
import { printOptions } from "../emit/tables.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openPostgresql, openTestEngine, type TestEngine } from "../engines/engine.ts";
import { proveSound, rows } from "./type-samples.ts";

const executed = DIALECT_NAMES.filter((name) => dialects[name].engine !== null);

describe.each(executed)("types of %s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("runs every type in every place and reads it back", { timeout: 300_000 }, async () => {
    if (engine === null) return;
    const lines: string[] = [];
    for (const row of rows)
      lines.push(`${row.kind.padEnd(12)} ${row.place.padEnd(9)} ${await tryRow(row.table, name, engine)}`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`types/${name}.txt`);
  });

  it("proves all that is no mistake", { timeout: 300_000 }, async () => {
    if (engine === null) return;
    expect(await proveSound(name, engine, printOptions)).toEqual([]);
  });
});

describe("postgresql on a server", () => {
  it("proves all that is no mistake, with vectors as arrays", { timeout: 300_000 }, async () => {
    const engine = await openPostgresql();
    if (engine === null) return;
    // Debian's server has no pgvector.
    expect(await proveSound("postgresql", engine, { ...printOptions, dialectOptions: { vector: "array" } })).toEqual(
      [],
    );
    await engine.close();
  });
});

describe("types of bigquery", () => {
  it("prints every type in every place so that two parsers read it", { timeout: 120_000 }, async () => {
    const complaints: string[] = [];
    const lines: string[] = [];
    for (const row of rows) {
      const { value, diagnostics } = printTables([row.table], dialects.bigquery, printOptions);
      const sqlType = value[0]?.columnTypes.at(-1) ?? "";
      const codes = [...new Set(diagnostics.map(({ code }) => code))].join(" ");
      lines.push(`${row.kind.padEnd(12)} ${row.place.padEnd(9)} ${codes === "" ? sqlType : `${sqlType} | ${codes}`}`);
      if (diagnostics.some(({ code }) => severityOf(code) === "error")) continue;
      for (const { sql } of value[0]?.statements ?? []) {
        complaints.push(...(await parseBigquery(sql)).map((complaint) => `${row.kind} ${row.place}: ${complaint}`));
      }
    }
    expect(complaints).toEqual([]);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("types/bigquery.txt");
  });
});

/** The printed type and the engine's, or the codes of what was reported instead. */
async function tryRow(each: (typeof rows)[number]["table"], name: DialectName, engine: TestEngine): Promise<string> {
  const { value, diagnostics } = printTables([each], dialects[name], printOptions);
  const printed = value[0];
  const codes = [...new Set(diagnostics.map(({ code }) => code))].join(" ");
  const place = each.columns.findIndex((one) => one.name === "c");
  const sqlType = printed?.columnTypes[place] ?? "";
  if (diagnostics.some(({ code }) => severityOf(code) === "error")) return `${sqlType} | ${codes}`;
  expect(await engine.begin([])).toMatchObject({ ok: true });
  for (const { sql } of printed?.statements ?? []) {
    const answer = await engine.execute(sql);
    expect({ sql, answer }).toMatchObject({ answer: { ok: true } });
  }
  const found = (await engine.readColumns("t"))[place];
  await engine.end();
  const nullable = found?.nullable === true ? "null" : "not null";
  return `${[sqlType, `${found?.type} ${nullable}`, codes].filter((part) => part !== "").join(" | ")}`;
}
