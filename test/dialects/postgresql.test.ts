// What only PostgreSQL has: tables in partitions. What is refused here, the engine refuses; what is not, it takes.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { severityOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { Table } from "../../src/model/table.ts";
import { column, folded, index, printOptions, table } from "../emit/tables.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";

const columns = [
  column("id", "string", { id: true }),
  column("at", "timestamptz"),
  column("Part", "int64"),
  column("size", "int64"),
];
const key = (...names: readonly string[]): Partial<Table> => ({
  primaryKey: { name: "pk", columns: names, source: null },
});

function divided(partitionBy: string, rest: Partial<Table>): Table {
  const options = folded({ partitionBy });
  return table("t", columns, { ...rest, dialectOptions: options.kind === "object" ? { postgresql: options } : {} });
}

describe("postgresql", () => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine("postgresql");
  });
  afterAll(() => engine?.close());

  it.each<[partitionBy: string, rest: Partial<Table>, codes: readonly string[]]>([
    ["RANGE (at)", {}, []],
    ["range(at, size)", key("id", "at", "size"), []],
    ['LIST ("Part")', key("id", "Part"), []],
    ["HASH (size int8_ops)", key("id", "size"), []],
    ["RANGE (date_trunc('day', at AT TIME ZONE 'UTC'))", {}, []],
    ["RANGE (at)", { indexes: [index("ix", ["id"])] }, []],
    ["RANGE (at)", key("id"), ["MXC3032"]],
    ["RANGE (at, size)", key("id", "at"), ["MXC3032"]],
    ["RANGE (at)", { uniqueConstraints: [{ name: "uq", columns: ["id"], source: null }] }, ["MXC3032"]],
    ["RANGE (at)", { indexes: [index("ux", ["id"], { unique: true })] }, ["MXC3032"]],
    ["RANGE (date_trunc('day', at AT TIME ZONE 'UTC'))", key("id", "at"), ["MXC3032"]],
    ["RANGE (Part)", {}, []],
    ["RANGE (value)", {}, ["MXC3053"]],
    ["DAY (at)", {}, ["MXC3051"]],
  ])("divides by %s with %j", async (partitionBy, rest, codes) => {
    const { value, diagnostics } = printTables([divided(partitionBy, rest)], dialects.postgresql, printOptions);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    if (engine === null) return;
    const refused = diagnostics.some(({ code }) => severityOf(code) === "error");
    await engine.begin([]);
    const answers = [];
    for (const { sql } of value[0]?.statements ?? []) answers.push(await engine.execute(sql));
    await engine.end();
    expect({ refused: answers.some(({ ok }) => !ok), answers }).toMatchObject({ refused });
  });
});
