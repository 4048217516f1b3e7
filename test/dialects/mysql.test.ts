// What fits InnoDB and what does not: the check and MariaDB draw the line at the same column.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { ForeignKey, Table, TableColumn } from "../../src/model/table.ts";
import { column, index, printOptions, table } from "../emit/tables.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";

describe("mariadb", () => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine("mariadb");
  });
  afterAll(() => engine?.close());

  /** What is reported of a table, and whether the engine takes it. */
  async function tryTable(columns: readonly TableColumn[]) {
    const { value, diagnostics } = printTables([table("t", columns)], dialects.mariadb, printOptions);
    const codes = diagnostics.map(({ code }) => code);
    if (engine === null) return { codes, taken: codes.length === 0 };
    await engine.begin([]);
    const answer = await engine.execute(value[0]?.statements[0]?.sql ?? "");
    await engine.end();
    return { codes, taken: answer.ok };
  }

  const many = (count: number, type: ColumnType, nullable = false) =>
    Array.from({ length: count }, (_, place) => column(`c${place}`, type, { nullable }));

  it.each<[name: string, most: number, type: ColumnType, nullable: boolean]>([
    ["strings", 385, { kind: "string" }, false],
    ["strings that admit null", 383, { kind: "string" }, true],
    ["documents", 385, { kind: "json" }, false],
    ["short strings", 132, { kind: "varchar", length: 15 }, false],
    ["longer strings", 32, { kind: "varchar", length: 63 }, false],
    ["long strings", 163, { kind: "varchar", length: 100 }, false],
    ["decimals", 270, { kind: "decimal", precision: 65, scale: 30 }, false],
    ["uuids", 506, { kind: "uuid" }, false],
  ])("has room for so many %s: %i", { timeout: 60_000 }, async (_name, most, type, nullable) => {
    expect(await tryTable(many(most, type, nullable))).toEqual({ codes: [], taken: true });
    expect(await tryTable(many(most + 1, type, nullable))).toEqual({ codes: ["MXC3031"], taken: false });
  });

  const bigints = many(66, { kind: "int64" });
  const primaryKey = { name: null, columns: ["c65"], source: null };
  const unique = (...columns: readonly string[]) => ({ name: null, columns, source: null });
  const reference = (name: string, ...columns: readonly string[]): ForeignKey => ({
    name,
    columns,
    referredSchema: null,
    referredTable: "other",
    referredColumns: columns.map((_, place) => `k${place}`),
    onDelete: null,
    onUpdate: null,
    source: null,
  });
  const other = table("other", [column("k0", "int64"), column("k1", "int64")], {
    primaryKey: { name: null, columns: ["k0"], source: null },
    uniqueConstraints: [unique("k0", "k1")],
  });

  it.each<[what: string, most: number, make: (names: readonly string[]) => Partial<Table>]>([
    ["indexes", 64, (names) => ({ indexes: names.map((name) => index(name, [name])) })],
    ["indexes beside a key", 63, (names) => ({ primaryKey, indexes: names.map((name) => index(name, [name])) })],
    ["unique constraints", 64, (names) => ({ uniqueConstraints: names.map((name) => unique(name)) })],
    ["foreign keys", 64, (names) => ({ foreignKeys: names.map((name) => reference(name, name)) })],
    [
      "indexes that foreign keys share",
      64,
      (names) => ({
        indexes: names.map((name) => index(name, [name, "c65"])),
        foreignKeys: names.map((name) => reference(`fk_${name}`, name)),
      }),
    ],
    [
      "foreign keys that share an index",
      64,
      (names) => ({
        foreignKeys: names.flatMap((name) => [
          reference(`fk_${name}`, name),
          reference(`fk_${name}_again`, name),
          reference(`fk_${name}_more`, name, "c65"),
        ]),
      }),
    ],
  ])("has as many %s: %i", { timeout: 60_000 }, async (_what, most, make) => {
    const tryKeys = async (count: number) => {
      const names = bigints.slice(0, count).map(({ name }) => name);
      const tables = [other, table("t", bigints, make(names))];
      const { value, diagnostics } = printTables(tables, dialects.mariadb, printOptions);
      const codes = diagnostics.map(({ code }) => code);
      if (engine === null) return { codes, taken: codes.length === 0 };
      await engine.begin([]);
      let taken = true;
      for (const { sql } of value.flatMap(({ statements }) => statements)) {
        if (taken) taken = (await engine.execute(sql)).ok;
      }
      await engine.end();
      return { codes, taken };
    };
    expect(await tryKeys(most)).toEqual({ codes: [], taken: true });
    expect(await tryKeys(most + 1)).toEqual({ codes: ["MXC3033"], taken: false });
  });

  it.each([
    ["É", "é", true],
    ["Ж", "ж", true],
    ["İ", "i", true],
    ["e", "é", false],
    ["ß", "ss", false],
    ["Σ", "ς", false],
  ])("tells %s and %s apart as it does", async (one, other, collide) => {
    expect(await tryTable([column(one, "int64"), column(other, "int64")])).toEqual({
      codes: collide ? ["MXC2603"] : [],
      taken: !collide,
    });
  });
});
