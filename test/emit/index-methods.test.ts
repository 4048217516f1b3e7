// Every index method of PostgreSQL with every type, option and operator class: what is accepted the server accepts, and what
// is refused it refuses.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { severityOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { operatorClasses, postgresqlMethods } from "../../src/dialects/postgresql-methods.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { ColumnType, ScalarKind } from "../../src/model/column-type.ts";
import type { Index, IndexPart, Table, TableColumn } from "../../src/model/table.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { openPostgresql, openTestEngine } from "../engines/engine.ts";
import { column, index, printOptions, table } from "./tables.ts";

const scalars: readonly ScalarKind[] = [
  ...(["string", "boolean", "int16", "int32", "int64", "uint64", "float32", "float64", "date", "time"] as const),
  ...(["timestamp", "timestamptz", "interval", "uuid", "json", "binary"] as const),
];
const types: readonly ColumnType[] = [
  ...scalars.map((kind) => ({ kind })),
  { kind: "varchar", length: 5 },
  { kind: "list", element: { kind: "string" }, nullable: false },
  { kind: "list", element: { kind: "json" }, nullable: false },
  { kind: "map", key: { kind: "string" }, value: { kind: "string" }, nullable: false },
  { kind: "vector", dimensions: 3 },
  { kind: "vector", dimensions: 2001 },
];
const rawTypes = [
  "inet",
  "point",
  "tsvector",
  "int4range",
  "money",
  "bit(3)",
  "xml",
  "json",
  "macaddr",
  "char(3)",
  "int4[]",
];
const columns: readonly TableColumn[] = [
  ...types.map((type) => column("c", type)),
  ...rawTypes.map((value) => column("c", "string", { sqlType: { value, span: null } })),
];

/** What may be asked of an index besides its method. */
const requests: readonly (readonly [string, Partial<Index>, Partial<IndexPart>])[] = [
  ["plainly", {}, {}],
  ["unique", { unique: true }, {}],
  ["with a further column", { include: ["id"] }, {}],
  ["descending", {}, { descending: true }],
  ["with null last", {}, { nulls: "last" }],
];
const methods = Object.keys(postgresqlMethods);

/** An index that is tried, and how people call it. */
type Attempt = readonly [what: string, columns: readonly TableColumn[], index: Index];

function* optionAttempts(only: TableColumn, using: string): Generator<Attempt> {
  for (const [what, rest, order] of requests) {
    const parts = [{ column: "c", expression: null, descending: false, ...order }];
    yield [`${using} ${what}`, [only], index("ix", ["c"], { using, parts, ...rest })];
  }
  yield [`${using} over two`, [only, { ...only, name: "d" }], index("ix", ["c", "d"], { using })];
}

function* classAttempts(only: TableColumn, using: string): Generator<Attempt> {
  const own = Object.values(operatorClasses[using] ?? {})
    .join(" ")
    .replaceAll("*", "")
    .split(" ");
  for (const value of new Set([...own, "text_ops", "jsonb_path_ops", "vector_l2_ops"])) {
    const parts = [{ column: "c", expression: null, descending: false, opclass: { value, span: null } }];
    yield [`${using} ${value}`, [only], index("ix", ["c"], { using, parts })];
  }
}

const engines: readonly (readonly [string, boolean, () => Promise<Engine | null>])[] = [
  ["PGlite with pgvector", true, () => openTestEngine("postgresql")],
  ["a PostgreSQL server", false, openPostgresql],
];

describe.each(engines)("on %s", (_name, hasVectors, open) => {
  let engine: Engine | null;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine?.close());

  const known = methods.filter((method) => hasVectors || (method !== "hnsw" && method !== "ivfflat"));
  const target = { ...printOptions, dialectOptions: hasVectors ? {} : { vector: "array" } };

  it.each([
    ["options", [...known, "nope"], optionAttempts],
    // They are the same on both.
    ["operator classes", hasVectors ? known : [], classAttempts],
  ] as const)("agrees on %s", { timeout: 600_000 }, async (_what, tried, attempts) => {
    if (engine === null) return;
    const wrong: string[] = [];
    for (const only of columns) {
      await engine.begin([]);
      if (hasVectors) await engine.execute("CREATE EXTENSION IF NOT EXISTS vector");
      await makeTable([only, { ...only, name: "d" }], engine, target);
      for (const using of tried) {
        for (const attempt of attempts(only, using)) wrong.push(...(await disagree(attempt, engine, target)));
      }
      await engine.end();
    }
    expect(wrong).toEqual([]);
  });
});

function tableOf(members: readonly TableColumn[], rest: Partial<Table> = {}): Table {
  return table("t", [column("id", "int64"), ...members], rest);
}

async function makeTable(members: readonly TableColumn[], engine: Engine, options: typeof printOptions): Promise<void> {
  const { value } = printTables([tableOf(members)], dialects.postgresql, options);
  for (const { sql } of value[0]?.statements ?? []) {
    expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
  }
}

/** One line where the compiler and the server disagree. */
async function disagree(
  [what, members, given]: Attempt,
  engine: Engine,
  options: typeof printOptions,
): Promise<readonly string[]> {
  const { value, diagnostics } = printTables([tableOf(members, { indexes: [given] })], dialects.postgresql, options);
  const sql = value[0]?.statements.find(({ kind }) => kind === "create-index")?.sql ?? "";
  const refusals = diagnostics.filter(({ code }) => severityOf(code) === "error").map(({ code }) => code);
  const answer = await engine.execute(sql);
  if (answer.ok) await engine.execute('DROP INDEX "ix"');
  if (answer.ok === (refusals.length === 0)) return [];
  return [`${what} on ${value[0]?.columnTypes[1]}: ${answer.ok ? `only ${refusals} refuses it` : answer.error}`];
}
