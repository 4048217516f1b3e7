// Random tables that refer to each other: in circles, to themselves, to columns of every type, with every action. What is printed
// without an error is taken by the engine, and its catalog reads back equal.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasErrors } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import { lowerFeatures } from "../../src/lower/features.ts";
import { checkNames } from "../../src/lower/names.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { Feature, ReferentialAction, TableArg } from "../../src/model/feature.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { prove } from "../../src/prove/prove.ts";
import { printOptions } from "../emit/tables.ts";
import { openTestEngine } from "../engines/engine.ts";
import { asMariadbHasThem } from "../engines/mysql-on-mariadb.ts";
import {
  at,
  check,
  column,
  feature,
  foreignKey,
  graphOf,
  index,
  key,
  messagesOf,
  options,
  somewhere,
  target,
  toTable,
} from "../lower/builders.ts";
import { fuzz, fuzzTimeout } from "./amount.ts";

const TABLES = 4;

/** Types that keys are made of, those that look alike beside each other. */
const types: readonly ColumnType[] = [
  { kind: "string" },
  { kind: "text" },
  { kind: "varchar", length: 20 },
  { kind: "varchar", length: 50 },
  { kind: "enum", labels: ["a", "b"] },
  { kind: "enum", labels: ["b", "a"] },
  { kind: "int8" },
  { kind: "int16" },
  { kind: "int32" },
  { kind: "int64" },
  { kind: "uint8" },
  { kind: "uint16" },
  { kind: "uint32" },
  { kind: "uint64" },
  { kind: "float32" },
  { kind: "float64" },
  { kind: "boolean" },
  { kind: "decimal", precision: 10, scale: 2 },
  { kind: "decimal", precision: 10, scale: 4 },
  { kind: "date" },
  { kind: "time" },
  { kind: "timestamp" },
  { kind: "timestamptz" },
  { kind: "uuid" },
  { kind: "binary" },
];

const action = fc.option(
  fc.constantFrom<ReferentialAction>("CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"),
  { nil: null, freq: 2 },
);

/** What makes the columns `a`, `b` of a table a target. */
const unique = fc.constantFrom("primary key", "constraint", "constraint", "index", "backwards", "nothing");

/** One table: the types of its columns that others refer to, what makes them unique, and its schema. */
const shape = fc.record({
  types: fc.tuple(fc.constantFrom(...types), fc.constantFrom(...types)),
  unique,
  schema: fc.constantFrom(null, null, null, "other"),
  collate: fc.constantFrom(null, null, null, "utf8mb4_general_ci"),
});

/** One key: between which tables, over one column or both, and what else there is about its columns. */
const link = fc.record({
  from: fc.nat(TABLES - 1),
  to: fc.nat(TABLES - 1),
  both: fc.boolean(),
  swapped: fc.boolean(),
  /** Another type than the column it refers to. */
  type: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...types) }),
  nullable: fc.boolean(),
  onDelete: action,
  onUpdate: action,
  beside: fc.constantFrom("nothing", "nothing", "nothing", "a check", "a generated column", "is generated"),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
type Link = typeof link extends fc.Arbitrary<infer T> ? T : never;

const schemas = fc.record({
  shapes: fc.array(shape, { minLength: TABLES, maxLength: TABLES }),
  links: fc.array(link, { minLength: 1, maxLength: 5 }),
  ifNotExists: fc.boolean(),
});

function featureOf(place: number, shapes: readonly Shape[], links: readonly Link[]): Feature {
  const own = shapes[place];
  if (own === undefined) throw new Error("no such table");
  const { unique: by, schema, collate } = own;
  const args: TableArg[] = {
    "primary key": [key("primary-key", ["a", "b"])],
    constraint: [key("unique", ["a"], `u${place}`), key("unique", ["a", "b"], `w${place}`)],
    index: [
      index(["a"], { unique: true, name: at(`i${place}`) }),
      index(["a", "b"], { unique: true, name: at(`j${place}`) }),
    ],
    backwards: [key("unique", ["b", "a"], `b${place}`), key("unique", ["a"], `c${place}`)],
    nothing: [],
  }[by];
  const columns = [
    column("id", "string"),
    column("a", own.types[0], {}, { nullable: by === "constraint" }),
    column("b", own.types[1]),
  ];
  for (const [number, each] of links.entries()) {
    if (each.from === place) addKey(number, each, shapes, columns, args);
  }
  const span = somewhere();
  const dialectOptions = {
    kind: "object" as const,
    entries: collate === null ? [] : [{ key: "collate", keySpan: span, value: text(collate) }],
    span,
  };
  const tableOptions = {
    dialects: { mysql: dialectOptions },
    ...(schema === null ? {} : { schema: at(schema) }),
  };
  return feature(`t${place}`, { columns, tableArgs: args, tableOptions });
}

function addKey(
  number: number,
  each: Link,
  shapes: readonly Shape[],
  columns: ReturnType<typeof column>[],
  args: TableArg[],
): void {
  const there = shapes[each.to];
  if (there === undefined) return;
  const parts = (["a", "b"] as const).slice(0, each.both ? 2 : 1);
  const ordered = each.swapped ? parts.toReversed() : parts;
  for (const part of ordered) {
    const type = (part === "a" ? each.type : null) ?? there.types[part === "a" ? 0 : 1];
    const isGenerated = each.beside === "is generated" && part === "a";
    const generated = isGenerated ? { generatedSql: at("NULL") } : {};
    columns.push(column(`r${number}${part}`, type, generated, { nullable: each.nullable || isGenerated }));
  }
  const name = there.schema === null ? `t${each.to}` : `${there.schema}.t${each.to}`;
  const targets = ordered.map((part) => toTable(name, part));
  const { onDelete, onUpdate } = each;
  args.push(
    foreignKey(
      ordered.map((part) => `r${number}${part}`),
      targets,
      { name: at(`fk${number}`), onDelete, onUpdate },
    ),
  );
  if (each.beside === "a check") args.push(check(`r${number}a IS NOT NULL`, `ck${number}`));
  if (each.beside === "a generated column") {
    columns.push(
      column(
        `g${number}`,
        "int64",
        { generatedSql: at(`CASE WHEN r${number}a IS NULL THEN 1 ELSE 2 END`) },
        { nullable: true },
      ),
    );
  }
}

function text(value: string) {
  return { kind: "string" as const, value, span: somewhere() };
}

/** Compiles tables with some of the keys. */
function compileKeys(shapes: readonly Shape[], links: readonly Link[], ifNotExists: boolean, name: DialectName) {
  const features = shapes.map((_, place) => featureOf(place, shapes, links));
  const store = { ...target(), dialect: name };
  const lowered = lowerFeatures(graphOf(...features), store, options());
  const names = checkNames(lowered.value, dialects[name], store, "native");
  const printed = printTables(lowered.value, dialects[name], { ...printOptions, ifNotExists });
  return {
    tables: printed.value,
    isRefused: hasErrors([...lowered.diagnostics, ...names, ...printed.diagnostics]),
  };
}

describe.each<DialectName>(["duckdb", "postgresql", "sqlite", "mariadb", "mysql"])("on the engine of %s", (name) => {
  let engine: Engine | null;

  beforeAll(async () => {
    engine = await openTestEngine(name);
  });
  afterAll(() => engine?.close());

  it("random foreign keys are refused by us or taken", { timeout: fuzzTimeout(120_000) }, async () => {
    const own = engine;
    if (own === null) return;
    let taken = 0;
    const { seed, numRuns } = fuzz(40);
    await fc.assert(
      fc.asyncProperty(schemas, async ({ shapes, links, ifNotExists }) => {
        // One mistake would spare all other keys the engine.
        const kept: Link[] = [];
        for (const each of links) {
          if (!compileKeys(shapes, [...kept, each], ifNotExists, name).isRefused) kept.push(each);
        }
        const { tables, isRefused } = compileKeys(shapes, kept, ifNotExists, name);
        if (isRefused) return;
        taken += kept.length;
        const proof = await prove({
          dialect: dialects[name],
          tables: own.name.includes("in the place of MySQL") ? asMariadbHasThem(tables) : tables,
          engine: own,
        });
        expect(messagesOf(proof.diagnostics)).toEqual([]);
      }),
      { seed, numRuns },
    );
    // Most refusals are of types; a generator of which nothing is taken would prove nothing.
    expect(taken).toBeGreaterThan(numRuns / 2);
  });
});
