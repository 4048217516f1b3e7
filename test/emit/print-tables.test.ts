// The same two tables in every dialect: what is printed, what is left out, and that the engine takes it.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { severityOf } from "../../src/diagnostics/finding.ts";
import type { Message } from "../../src/diagnostics/message.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import { printScript } from "../../src/emit/script.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { textOfChunk } from "../../src/model/output.ts";
import type { Compat } from "../../src/model/project.ts";
import type { Table } from "../../src/model/table.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { richTables } from "./rich-table.ts";
import { column, index, literal, printOptions, sqlDefault, table } from "./tables.ts";

/** The rich tables without what the dialect refuses altogether. */
function tablesFor(name: DialectName): readonly Table[] {
  const { generated, defaults } = dialects[name];
  return richTables.map((each) => ({
    ...each,
    columns: each.columns
      .filter((one) => generated !== null || one.generated === null)
      .map((one) => (defaults.expressions || one.default?.kind !== "sql" ? one : { ...one, default: null })),
  }));
}

function printScriptOf(name: DialectName, tables: readonly Table[], compat: Compat = "native"): string {
  const { value, diagnostics } = printTables(tables, dialects[name], { ...printOptions, compat });
  const statements = value.flatMap((printed) => printed.statements);
  const script = printScript(statements, dialects[name], { store: "dev", style: printOptions.style });
  return `${Array.from(script, textOfChunk).join("")}\n${diagnostics.map((each) => `-- ${describeDiagnostic(each)}\n`).join("")}`;
}

function describeDiagnostic({ code, args }: Diagnostic): string {
  return `${severityOf(code)} ${code}: ${(catalogue[code] as Message<unknown>).message(args)}`;
}

describe.each(Object.keys(dialects) as readonly DialectName[])("%s", (name) => {
  it("prints everything it has and names what it leaves out", async () => {
    await expect(printScriptOf(name, tablesFor(name))).toMatchFileSnapshot(`printed/${name}.sql`);
  });

  it("prints what SQLAlchemy would, or says that it has no way to", async () => {
    const printed = printScriptOf(name, tablesFor(name), "sqlmodel");
    if (dialects[name].sqlmodel === null) expect(printed).toContain("warning MXC3056");
    else await expect(printed).toMatchFileSnapshot(`printed/${name}.sqlmodel.sql`);
  });

  it("prints the same for the same tables", () => {
    expect(printScriptOf(name, tablesFor(name))).toBe(printScriptOf(name, structuredClone(tablesFor(name))));
  });

  it("says nothing of Metaxy's own tables", () => {
    const system = richTables.map((each): Table => ({ ...each, kind: "system", feature: null }));
    const { diagnostics } = printTables(system, dialects[name], printOptions);
    expect(diagnostics.filter(({ code }) => severityOf(code) === "warning" && code !== "MXC3005")).toEqual([]);
  });
});

const executed: readonly DialectName[] = [
  "duckdb",
  "motherduck",
  "ducklake",
  "postgresql",
  "sqlite",
  "clickhouse",
  "mysql",
  "mariadb",
];

describe.each(executed)("%s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it.each(["native", "sqlmodel"] as const)("runs what it prints, compat %s", { timeout: 60_000 }, async (compat) => {
    if (engine === null) return;
    // What stands in for MySQL has no indexes on expressions.
    const tables = tablesFor(name).map((each) =>
      name === "mysql" ? { ...each, indexes: each.indexes.filter((one) => one.name !== "ix_video_lower") } : each,
    );
    const { value, diagnostics } = printTables(tables, dialects[name], { ...printOptions, compat });
    expect(diagnostics.filter(({ code }) => severityOf(code) === "error").map(describeDiagnostic)).toEqual([]);
    expect(await engine.begin([])).toMatchObject({ ok: true });
    for (const { sql } of value.flatMap((printed) => printed.statements)) {
      expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
    }
    for (const { expressed } of value) {
      const found = await engine.readColumns(expressed.name);
      const visible = found.map((each) => each.name);
      expect(visible).toEqual(expressed.columns.map((each) => each.name));
      const names = new Set(await engine.readIndexes(expressed.name));
      expect(expressed.indexes.filter((one) => !names.has(one.name))).toEqual([]);
    }
    await engine.end();
  });

  it("runs again with IF NOT EXISTS", { timeout: 60_000 }, async () => {
    if (engine === null) return;
    const { value } = printTables(
      [table("t", [column("a", "int64", { key: true })], { indexes: [index("ix_t_a", ["a"])] })],
      dialects[name],
      { ...printOptions, ifNotExists: true },
    );
    const statements = value.flatMap((printed) => printed.statements);
    const repeatable = statements.filter(({ kind }) => kind !== "create-index" || dialects[name].ifNotExists.index);
    await engine.begin([]);
    for (const { sql } of [...statements, ...repeatable]) {
      expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
    }
    await engine.end();
  });

  it("numbers a column by itself, or says that it cannot", { timeout: 60_000 }, async () => {
    if (engine === null) return;
    const numbered = table("t", [column("n", "int64", { autoincrement: true, key: true }), column("a", "string")], {
      primaryKey: { name: "pk_t", columns: ["n"], source: null },
    });
    const { value, diagnostics } = printTables([numbered], dialects[name], printOptions);
    if (dialects[name].autoincrement === null) {
      expect(diagnostics.map(({ code }) => code)).toContain("MXC3012");
      return;
    }
    expect(diagnostics).toEqual([]);
    await engine.begin([]);
    const { quoteIdentifier: quote } = dialects[name];
    for (const sql of [
      ...(value[0]?.statements ?? []).map((each) => each.sql),
      `INSERT INTO ${quote("t")} (${quote("a")}) VALUES ('x')`,
    ]) {
      expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
    }
    const answer = await engine.evaluate(`(SELECT ${quote("n")} FROM ${quote("t")})`);
    expect(answer).toMatchObject({ ok: true });
    expect(Number(JSON.parse((answer.ok && answer.value) || "null"))).toBe(1);
    await engine.end();
  });
});

describe("bigquery", () => {
  it("prints what two parsers read", async () => {
    const { value } = printTables(tablesFor("bigquery"), dialects.bigquery, printOptions);
    for (const { sql } of value.flatMap((printed) => printed.statements)) expect(await parseBigquery(sql)).toEqual([]);
  });
});

describe("printTables", () => {
  it("puts extensions before everything else, each once", () => {
    const vectors = ["a", "b"].map((name) => table(name, [column("v", { kind: "vector", dimensions: 3 })]));
    const { value } = printTables(
      [table("first", [column("a", "int64")]), ...vectors],
      dialects.postgresql,
      printOptions,
    );
    const kinds = value.flatMap((printed) => printed.statements).map(({ kind }) => kind);
    expect(kinds).toEqual(["create-extension", "create-table", "create-table", "create-table"]);
  });

  it("orders a table's statements: table, indexes by name, comments of table and columns", () => {
    const { value } = printTables(richTables.slice(0, 1), dialects.postgresql, printOptions);
    const [printed] = value;
    expect(printed?.statements.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "create-table video",
      "create-index ix_video_lower",
      "create-index ix_video_metaxy",
      "create-index ix_video_part",
      "create-index ix_video_size",
      "comment video",
      "comment video",
      "comment video",
    ]);
  });

  it("gives metadata the type and the default of each column", () => {
    const columns = [
      column("a", "string", { default: literal("x") }),
      column("b", "int64", { default: sqlDefault("1+1") }),
      column("c", { kind: "list", element: { kind: "string" }, nullable: false }),
    ];
    const { value } = printTables([table("t", columns)], dialects.duckdb, printOptions);
    expect(value[0]?.columnTypes).toEqual(["VARCHAR", "BIGINT", "VARCHAR[]"]);
    expect(value[0]?.columnDefaults).toEqual(["'x'", "(1 + 1)", null]);
  });

  it("qualifies names with the schema", () => {
    const inSchema = table("t", [column("a", "int64", { comment: "x" })], {
      schema: "s",
      indexes: [index("ix", ["a"])],
    });
    const texts = (name: DialectName) =>
      printTables([inSchema], dialects[name], printOptions).value.flatMap(({ statements }) =>
        statements.map(({ sql }) => sql),
      );
    expect(texts("postgresql")).toEqual([
      'CREATE TABLE "s"."t" (\n  "a" BIGINT NOT NULL\n)',
      'CREATE INDEX "ix" ON "s"."t" ("a")',
      `COMMENT ON COLUMN "s"."t"."a" IS 'x'`,
    ]);
    expect(texts("sqlite")[1]).toBe('CREATE INDEX "s"."ix" ON "t" ("a")');
  });
});
