import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerFeatures } from "../../src/lower/features.ts";
import { checkNames } from "../../src/lower/names.ts";
import type { ColumnKind } from "../../src/model/column-type.ts";
import type { Feature, FieldOptions, TableArg } from "../../src/model/feature.ts";
import type { CompileOptions } from "../../src/model/project.ts";
import {
  at,
  check,
  column,
  feature,
  foreignKey,
  graphOf,
  index,
  key,
  lowerCleanly,
  messagesOf,
  options,
  reportOf,
  target,
  toClass,
  toTable,
} from "./builders.ts";

describe("lowerFeatures", () => {
  it("makes tables of selected features that have one", () => {
    const features = [feature("a"), feature("b", { selected: false }), feature("c", { table: false })];
    expect(lowerCleanly(features).map(({ name }) => name)).toEqual(["a"]);
  });

  it("names tables by key, with the store's prefix", () => {
    const [table] = lowerCleanly([feature("video-raw/frames")], options(), target({ tablePrefix: "dev_" }));
    expect(table).toMatchObject({ name: "dev_video_raw__frames", feature: "video-raw/frames", kind: "feature" });
  });

  it("names tables as the class says, with the store's prefix", () => {
    const [table] = lowerCleanly(
      [feature("video", { tableName: at("clips") })],
      options(),
      target({ tablePrefix: "dev_" }),
    );
    expect(table?.name).toBe("dev_clips");
  });

  it("reports a bad prefix once, where it is written", () => {
    const prefixSpan = { file: "metaxy.toml", start: 1, end: 2 };
    const reports = reportOf([feature("a"), feature("b")], options(), target({ tablePrefix: "d\u200b_", prefixSpan }));
    expect(messagesOf(reports)).toEqual(["MXC2601 table_prefix name 'd\\u200b_' contains an invisible character"]);
    expect(reports[0]?.primary).toBe(prefixSpan);
  });

  it("reports a bad convention once", () => {
    const given = options({ namingConvention: { ix: "%(nope)s" } });
    expect(reportOf([feature("a"), feature("b")], given).map(({ code }) => code)).toEqual(["MXC2604"]);
  });

  it("hands on options for dialects, and refuses text in them that no database stores", () => {
    const span = { file: "f", start: 0, end: 1 };
    const entry = (value: string) => ({
      key: "engine",
      keySpan: span,
      value: { kind: "string" as const, value, span },
    });
    const dialects = (value: string) => ({ clickhouse: { kind: "object" as const, entries: [entry(value)], span } });
    const [table] = lowerCleanly([feature("a", { tableOptions: { dialects: dialects("Log") } })]);
    expect(table?.dialectOptions).toEqual(dialects("Log"));
    expect(reportOf([feature("a", { tableOptions: { dialects: dialects("\0") } })]).map(({ code }) => code)).toEqual([
      "MXC2602",
    ]);
  });
});

const names = fc.constantFrom("id", "a", "b", "A", "metaxy_data_version", "nope", "", "\0");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const kinds = fc.constantFrom<ColumnKind>("string", "int64", "boolean", "json", "float64");

const fieldOptions: fc.Arbitrary<FieldOptions> = fc
  .record({
    primaryKey: maybe(fc.boolean()),
    index: maybe(fc.boolean()),
    unique: maybe(fc.boolean()),
    nullable: maybe(fc.boolean()),
    maxLength: maybe(fc.integer()),
    scale: maybe(fc.integer()),
    name: maybe(names),
    foreignKey: maybe(fc.tuple(fc.constantFrom("f0", "f1", "users", "F1"), names)),
  })
  .map(({ foreignKey: to, ...rest }) => ({
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, at(value)]])),
    ),
    ...(to === undefined ? {} : { foreignKey: to[0] === "F1" ? toClass("F1", to[1]) : toTable(to[0], to[1]) }),
  }));

const tableArg: fc.Arbitrary<TableArg> = fc.oneof(
  fc.array(names).map((columns) => index(columns)),
  fc.array(names).map((columns) => index(columns, { name: at("i"), unique: true })),
  fc.array(names).map((columns) => key("unique", columns)),
  fc.array(names).map((columns) => key("primary-key", columns, "k")),
  names.map((name) => check("a > 0", name)),
  fc.tuple(names, names).map(([from, to]) => foreignKey([from], [toTable("f0", to)])),
);

const anyFeature = (name: string): fc.Arbitrary<Feature> =>
  fc
    .record({
      ids: fc.array(names, { maxLength: 3 }),
      columns: fc.array(fc.tuple(names, kinds, fieldOptions), { maxLength: 5 }),
      tableArgs: fc.array(tableArg, { maxLength: 4 }),
      selected: fc.boolean(),
    })
    .map(({ columns, ...rest }) => feature(name, { ...rest, columns: columns.map((each) => column(...each)) }));

const anyOptions: fc.Arbitrary<CompileOptions> = fc
  .record({
    compat: fc.constantFrom("native" as const, "sqlmodel" as const),
    keyLayout: fc.constantFrom("data_version" as const, "feature_version" as const),
    columnNaming: fc.constantFrom("preserve" as const, "snake_case" as const),
    configured: fc.boolean(),
    uq: fc.constantFrom("%(column_0_N_name)s", "%(constraint_name)s", "%", "%(x)s"),
  })
  .map(({ configured, uq, ...rest }) => {
    const asked = { forced: null, configured };
    return options({ ...rest, injectPrimaryKey: asked, injectIndex: asked, namingConvention: { uq } });
  });

const anyGraph = fc.tuple(anyFeature("f0"), anyFeature("f1"), anyFeature("f2"));

describe("lowerFeatures on anything", () => {
  it("never throws, and speaks only of columns that are there, each once", () => {
    fc.assert(
      fc.property(anyGraph, anyOptions, (features, given) => {
        const { value: tables } = lowerFeatures(graphOf(...features), target(), given);
        for (const table of tables) {
          const known = table.columns.map(({ name }) => name);
          expect(new Set(known).size).toBe(known.length);
          const used = [table.primaryKey, ...table.uniqueConstraints, ...table.foreignKeys].flatMap(
            (each) => each?.columns ?? [],
          );
          const indexed = table.indexes.flatMap(({ parts, include }) => [
            ...include,
            ...parts.flatMap((part) => part.column ?? []),
          ]);
          expect(known).toEqual(expect.arrayContaining([...used, ...indexed]));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("marks as key columns those that are used", () => {
    fc.assert(
      fc.property(anyGraph, anyOptions, (features, given) => {
        for (const table of lowerFeatures(graphOf(...features), target(), given).value) {
          const keys = [table.primaryKey, ...table.uniqueConstraints, ...table.foreignKeys].flatMap(
            (each) => each?.columns ?? [],
          );
          const indexed = table.indexes.flatMap(({ parts }) => parts.flatMap((part) => part.column ?? []));
          const marked = table.columns.filter((each) => each.key).map(({ name }) => name);
          expect(new Set(marked)).toEqual(new Set([...keys, ...indexed]));
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("is followed by a check of names that never throws", () => {
    const rules = {
      identifierLimit: 3,
      tableLimit: 3,
      limitUnit: "bytes",
      indexScope: "schema",
      indexesShareNamespaceWithTables: true,
      keyScope: "schema",
      keysShareNamespaceWithIndexes: true,
      foreignKeysShareNamespaceWithIndexes: true,
      foreignKeyScope: "table",
      checkScope: "table",
      caseInsensitiveTables: true,
      reservedTablePrefixes: ["f"],
      reservedColumnPrefixes: ["i"],
      caseInsensitiveColumns: false,
      reservedColumns: [],
      reservedIndexes: [],
      forbiddenInTables: /0/,
      forbiddenInColumns: /a/,
    } as const;
    fc.assert(
      fc.property(anyGraph, anyOptions, (features, given) => {
        const { value } = lowerFeatures(graphOf(...features), target(), given);
        const found = checkNames(value, { title: "SomeSQL", names: rules }, target(), given.compat);
        expect(found.filter(({ code }) => code === "MXC2611").length).toBeGreaterThanOrEqual(value.length);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
