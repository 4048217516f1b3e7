// The library imports nothing from the compiler, so what both state is stated twice. Here the two are compared.

import type * as dsl from "metaxy-compile/dsl";
import * as library from "metaxy-compile/dsl";
import { describe, expect, expectTypeOf, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { findOptionMistake } from "../../src/dialects/options.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { ReferentialAction } from "../../src/model/feature.ts";
import { ALL_FIELDS, INITIAL_CODE_VERSION } from "../../src/model/spec.ts";
import { SYSTEM_COLUMNS } from "../../src/model/system-columns.ts";
import type { DslName } from "../../src/model/value.ts";

const compilerNames = {
  FeatureKey: library.FeatureKey,
  FieldKey: library.FieldKey,
  FeatureSpec: library.FeatureSpec,
  FieldSpec: library.FieldSpec,
  FieldDep: library.FieldDep,
  FeatureDep: library.FeatureDep,
  "FieldsMapping.default": library.FieldsMapping.default,
  "FieldsMapping.specific": library.FieldsMapping.specific,
  "FieldsMapping.all": library.FieldsMapping.all,
  "FieldsMapping.none": library.FieldsMapping.none,
  "LineageRelationship.identity": library.LineageRelationship.identity,
  "LineageRelationship.aggregation": library.LineageRelationship.aggregation,
  "LineageRelationship.expansion": library.LineageRelationship.expansion,
  Field: library.Field,
  Index: library.Index,
  UniqueConstraint: library.UniqueConstraint,
  CheckConstraint: library.CheckConstraint,
  PrimaryKeyConstraint: library.PrimaryKeyConstraint,
  ForeignKeyConstraint: library.ForeignKeyConstraint,
  float: library.float,
} satisfies Record<DslName, unknown>;

type All<T> = T extends undefined ? never : Required<T>;

/** Every option that the library has types for, with something it takes. */
const tableOptions: { readonly [D in DialectName]?: All<dsl.DialectTableOptions[D]> } = {
  duckdb: {},
  motherduck: {},
  ducklake: { partitionBy: ["year(a)"] },
  postgresql: { partitionBy: "RANGE (a)" },
  sqlite: { withoutRowid: true },
  clickhouse: {
    shardingKey: "rand()",
    engine: "MergeTree",
    orderBy: ["a"],
    partitionBy: "a",
    ttl: "a + INTERVAL 1 DAY",
    settings: { index_granularity: 1024 },
    indexes: [{ name: "i", expression: "a", type: "minmax", granularity: 1 }],
  },
  bigquery: { partitionBy: "DATE(a)", clusterBy: ["a"], options: { friendly_name: "A" } },
  mysql: { engine: "InnoDB", charset: "utf8mb4", collate: "utf8mb4_bin", rowFormat: "DYNAMIC" },
  mariadb: { engine: "InnoDB", charset: "utf8mb4", collate: "utf8mb4_bin", rowFormat: "DYNAMIC" },
};

describe("the library and the compiler agree on", () => {
  it("the names that the compiler knows", () => {
    expect(Object.values(compilerNames).every((value) => typeof value === "function")).toBe(true);
  });

  it("dialects and referential actions", () => {
    expectTypeOf<dsl.DialectName>().toEqualTypeOf<DialectName>();
    expectTypeOf<dsl.ReferentialAction>().toEqualTypeOf<ReferentialAction>();
  });

  it.each(Object.entries(tableOptions))("the options of a table for %s", (name, typed) => {
    const known = dialects[name as DialectName].tableOptions;
    const options = Object.entries(typed);
    expect(options.map(([option]) => option).sort()).toEqual(Object.keys(known).sort());
    for (const [option, value] of options) expect(findOptionMistake(value, known[option] ?? "columns")).toBeNull();
  });

  it("the constants that Python writes", () => {
    expect(library.SpecialFieldDep.ALL).toBe(ALL_FIELDS);
    expect(new library.FieldSpec({}).codeVersion).toBe(INITIAL_CODE_VERSION);
  });

  it.each(SYSTEM_COLUMNS)("%s being a system column", (column) => {
    expect(() => new library.FeatureSpec({ key: "a", idColumns: [column] })).toThrow("is a system column");
  });
});
