// Numbers as defaults: a row that does not name the column holds exactly what was declared, digit for digit, wherever the
// number stands.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { column, literal, printOptions, table } from "./tables.ts";

type Digits = number | bigint | string;

/** A type of numbers, and three that it holds. */
interface Sample {
  readonly type: ColumnType;
  readonly values: readonly [Digits, Digits, Digits];
}

const INTEGERS = { int8: 8, int16: 16, int32: 32, int64: 64, uint8: 8, uint16: 16, uint32: 32, uint64: 64 } as const;

const integers = fc.constantFrom(...(Object.keys(INTEGERS) as (keyof typeof INTEGERS)[])).chain((kind) => {
  const bits = BigInt(INTEGERS[kind]);
  const [min, max] = kind.startsWith("u") ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return of({ kind }, fc.oneof(fc.constantFrom(min, max, min + 1n, max - 1n, 0n, 1n), fc.bigInt({ min, max })));
});

const finite = { noDefaultInfinity: true, noNaN: true };
const awkward = [1e-7, 0.1, -0.29, 1e21, 16_777_217, 0];

const floats = fc.oneof(
  of(
    { kind: "float64" },
    fc.oneof(fc.constantFrom(...awkward, 5e-324, 2 ** 53 + 2, Number.MAX_VALUE), fc.double(finite)),
  ),
  of({ kind: "float32" }, fc.oneof(fc.constantFrom(...awkward, 3.4e38), fc.float(finite))),
);

const decimals = fc.tuple(fc.integer({ min: 1, max: 38 }), fc.nat(38)).chain(([precision, wanted]) => {
  const scale = Math.min(wanted, precision);
  const digits = (most: number) => fc.array(fc.nat(9), { maxLength: most }).map((each) => each.join(""));
  const written = fc
    .tuple(fc.boolean(), digits(precision - scale), digits(scale))
    .map(([negative, whole, part]) => `${negative ? "-" : ""}${whole || "0"}${part === "" ? "" : `.${part}`}`);
  return of({ kind: "decimal", precision, scale }, written);
});

const samples = fc.oneof(integers, floats, decimals);

function of(type: ColumnType, value: fc.Arbitrary<Digits>): fc.Arbitrary<Sample> {
  return fc.tuple(value, value, value).map((values) => ({ type, values }));
}

/** Where numbers may stand: by themselves, in a list, as values of a map, in an object, and deeper. */
const places: readonly ((sample: Sample) => readonly [type: ColumnType, value: unknown])[] = [
  ({ type, values: [first] }) => [type, first],
  ({ type, values }) => [{ kind: "list", element: type, nullable: false }, values],
  ({ type, values }) => [{ kind: "list", element: type, nullable: true }, values],
  ({ type, values: [a, b, c] }) => [
    { kind: "map", key: { kind: "string" }, value: type, nullable: false },
    { a, b, c },
  ],
  ({ type, values: [a, b, c] }) => [
    { kind: "struct", fields: ["a", "b", "c"].map((name) => ({ name, type, nullable: name === "b" })) },
    { a, b, c },
  ],
  ({ type, values }) => [
    { kind: "list", nullable: false, element: { kind: "struct", fields: [{ name: "a", type, nullable: false }] } },
    values.map((a) => ({ a })),
  ],
  ({ type, values: [a, b, c] }) => [
    { kind: "list", nullable: false, element: { kind: "list", element: type, nullable: false } },
    [[a], [b], [c]],
  ],
];

/** The value as text with all its digits. */
const READ: Readonly<Partial<Record<DialectName, (column: string, type: ColumnType) => string>>> = {
  duckdb: (column) => `CAST(${column} AS VARCHAR)`,
  postgresql: (column) => `CAST(${column} AS TEXT)`,
  sqlite: (column, { kind }) => (/^float/.test(kind) ? `printf('%!.17g', ${column})` : `CAST(${column} AS TEXT)`),
  clickhouse: (column) => `toString(${column})`,
  mysql: readMysql,
  mariadb: readMysql,
};

function readMysql(column: string, { kind }: ColumnType): string {
  return /^float/.test(kind) ? `CAST(CAST(${column} AS DOUBLE) AS CHAR)` : `CAST(${column} AS CHAR)`;
}

describe.each(Object.keys(READ) as DialectName[])("%s", (name) => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("stores the numbers that were declared", { timeout: 300_000 }, async () => {
    if (engine === null) return;
    const property = fc.sample(fc.tuple(samples, fc.nat(places.length - 1)), {
      numRuns: Number(process.env.RUNS ?? 100),
      seed: 7,
    });
    const wrong: string[] = [];
    for (const [sample, place] of property) {
      const [type, value] = places[place]?.(sample) ?? [sample.type, sample.values[0]];
      const found = await readBack(type, value, name, engine);
      const wanted = type === sample.type ? [sample.values[0]] : sample.values;
      if (found.stored === null || !isSame(found.stored, wanted, sample.type)) {
        if (!found.refused) wrong.push(`${found.said} for ${JSON.stringify(type)} ${wanted.join(" ")}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What a row without the column holds. */
async function readBack(type: ColumnType, value: unknown, name: DialectName, engine: TestEngine) {
  const columns = [column("id", "int64"), column("c", type, { default: literal(value) })];
  const printed = printTables([table("t", columns)], dialects[name], printOptions);
  const codes = printed.diagnostics.map(({ code }) => code);
  // A decimal that the engine has no room for.
  if (codes.some((code) => code === "MXC3006" || code === "MXC3002")) return { refused: true, stored: null, said: "" };
  const [only] = printed.value;
  await engine.begin([]);
  const { quoteIdentifier } = dialects[name];
  const insert = `INSERT INTO ${quoteIdentifier("t")} (${quoteIdentifier("id")}) VALUES (1)`;
  const read = READ[name]?.(quoteIdentifier("c"), type) ?? "";
  let problem = codes.join(" ");
  for (const sql of [...(only?.statements.map((each) => each.sql) ?? []), insert]) {
    const answer = await engine.execute(sql);
    if (!answer.ok) problem ||= answer.error;
  }
  const answer = await engine.evaluate(`(SELECT ${read} FROM ${quoteIdentifier("t")})`);
  await engine.end();
  const stored = answer.ok && problem === "" ? String(answer.value) : null;
  return { refused: false, stored, said: `${problem} ${only?.columnDefaults[1]} => ${stored}` };
}

function isSame(stored: string, wanted: readonly Digits[], { kind }: ColumnType): boolean {
  const found = stored.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
  const spell = (digits: Digits) => {
    if (kind === "float32") return String(Math.fround(Number(digits)) + 0);
    return kind === "float64" ? String(Number(digits) + 0) : normalize(String(digits));
  };
  return found.length === wanted.length && wanted.every((digits, place) => spell(digits) === spell(found[place] ?? ""));
}

/** Digits without zeros that mean nothing. */
function normalize(digits: string): string {
  const [, sign = "", whole = "", part = ""] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(digits) ?? [];
  const text = `${whole || "0"}.${part}`;
  return text === "0." ? text : sign + text;
}
