// Proofs on ClickHouse: clauses count as much as columns, and what the engine drops or changes is found.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clickhouse } from "../../src/dialects/clickhouse.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import { column, folded, index, literal, printOptions, table } from "../emit/tables.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { proveInstead } from "./prove-instead.ts";

const options = folded({
  engine: "ReplacingMergeTree(updated)",
  orderBy: ["id", "updated"],
  partitionBy: "toYYYYMM(updated)",
  ttl: "toDateTime(updated) + INTERVAL 1 YEAR",
  settings: { index_granularity: 1024, min_bytes_for_wide_part: "10" },
  indexes: [{ name: "by `path`", expression: "lower(path)", type: "ngrambf_v1(3, 256, 2, 0)", granularity: 4 }],
});

/** One of everything. */
const video = table(
  "video",
  [
    column("id", "string", { comment: "The video's \\ id" }),
    column("updated", "timestamptz"),
    column("path", "string", { default: literal("it's \\ `here`") }),
    column("size", "float64", { nullable: true }),
    column("upper", "string", { generated: { value: "upper(path)", span: null } }),
    column("embedding", { kind: "vector", dimensions: 3 }),
    column("code", "string", { sqlType: { value: "FixedString(3)", span: null }, nullable: true }),
    column("label", "string", { sqlType: { value: "LowCardinality(Nullable(String))", span: null }, nullable: true }),
  ],
  {
    comment: "One row\nper video",
    primaryKey: { name: "pk_video", columns: ["id"], source: null },
    indexes: [
      index("ix_path", ["path"]),
      index("ix_both", ["path", "size"]),
      index("ix_set", ["size"], { using: "set" }),
    ],
    checkConstraints: [
      { name: "ck_size", expression: { value: "size > 0 AND path <> ''", span: null }, source: null },
      {
        name: "ck_embedding",
        expression: { value: "length(embedding) = 3", span: null },
        derivedFrom: "embedding",
        source: null,
      },
    ],
    dialectOptions: options.kind === "object" ? { clickhouse: options } : {},
  },
);

describe("a proof on ClickHouse", () => {
  let engine: TestEngine | null;
  const check = async (from: string, to: string) => {
    if (engine === null) return [];
    const [printed] = printTables([video], clickhouse, printOptions).value;
    return proveInstead(printed, from, to, clickhouse, engine);
  };

  beforeAll(async () => {
    engine = await openTestEngine("clickhouse");
  });
  afterAll(() => engine?.close());

  it("passes a table with one of everything", async () => {
    expect(await check("", "")).toEqual([]);
  });

  it.each([
    [
      "another engine",
      "ReplacingMergeTree(`updated`)",
      "MergeTree",
      "another ENGINE of 'video': found MergeTree, expected ReplacingMergeTree(updated)",
    ],
    ["no partitions", "PARTITION BY toYYYYMM(`updated`)\n", "", "another PARTITION BY of 'video': found none"],
    ["no end of life", /TTL .*\n/, "", "another TTL of 'video': found none"],
    ["another end of life", "INTERVAL 1 YEAR", "INTERVAL 2 YEAR", "another TTL of 'video'"],
    [
      "another setting",
      "index_granularity = 1024",
      "index_granularity = 2048",
      "another SETTING index_granularity of 'video': found 2048, expected 1024",
    ],
    [
      "another sorting key",
      "ORDER BY (`id`, `updated`)",
      "ORDER BY (`id`, `updated`, `path`)",
      "another ORDER BY of 'video'",
    ],
    ["another index granularity", "GRANULARITY 4", "GRANULARITY 3", "another INDEX `by \\`path\\`` of 'video'"],
    [
      "an index of another type",
      "TYPE set(0)",
      "TYPE minmax",
      "another method of index 'ix_set': found minmax, expected set(0)",
    ],
    [
      "an index on another column",
      "INDEX `ix_path` (`path`)",
      "INDEX `ix_path` (`id`)",
      "another list of parts of index 'ix_path': found id, expected path",
    ],
    ["an index that is not there", /.*INDEX `ix_both`.*\n/, "", "does not have index 'ix_both'"],
    [
      "a column that admits null",
      "`updated` DateTime64(6, 'UTC')",
      "`extra` UInt8, `updated` DateTime64(6, 'UTC')",
      "a column 'video.extra'",
    ],
    [
      "a column that admits no null",
      "`size` Nullable(Float64)",
      "`size` Float64",
      "another nullability of 'video.size': found not nullable",
    ],
    ["another default", "it\\'s", "its", "another default of 'video.path'"],
    [
      "another expression",
      "upper(`path`)",
      "lower(path)",
      "another expression of 'video.upper': found lower(path), expected upper(path)",
    ],
    ["another comment", "One row", "One line", "another comment on table 'video'"],
    ["another comment on a column", "The video", "A video", "another comment on column 'video.id'"],
    ["another check", "`size` > 0", "`size` > 1", "does not have a check ((size > 0)"],
    [
      "vectors of any length",
      /,\n.*CONSTRAINT `ck_embedding`.*\)/,
      "",
      "does not have a check (length(embedding) = 3)",
    ],
    [
      "another primary key",
      "PRIMARY KEY (`id`)",
      "PRIMARY KEY (`id`, `updated`)",
      "another primary key of 'video': found (id, updated), expected (id)",
    ],
  ] as const)("finds %s", async (_claim, from, to, expected) => {
    const messages = await check(from as string, to);
    if (engine !== null) expect(messages.join("\n")).toContain(expected);
  });

  it("only parses what needs a cluster", async () => {
    if (engine === null) return;
    const onCluster = { ...printOptions, dialectOptions: { cluster: "main" } };
    const [printed] = printTables([table("a", [column("x", "string")])], clickhouse, onCluster).value;
    expect(await proveInstead(printed, "", "", clickhouse, engine)).toEqual([]);
    expect(await proveInstead(printed, "ENGINE =", "ENGIN =", clickhouse, engine)).toEqual([
      expect.stringMatching(/^MXC3903 the statement for 'a' is not valid ClickHouse: Syntax error/),
    ]);
  });

  it("takes one statement at a time", async () => {
    if (engine === null) return;
    await engine.begin([]);
    const answer = await engine.execute("CREATE TABLE a (x String) ORDER BY x; CREATE TABLE b (x String) ORDER BY x");
    expect(answer.ok).toBe(false);
    expect((await engine.readCatalog([])).tables).toEqual([]);
    await engine.end();
  });
});
