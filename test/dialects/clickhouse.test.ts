// What only ClickHouse has: engines, sorting keys, data-skipping indexes, clusters.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { Table } from "../../src/model/table.ts";
import { column, folded, index, printOptions, table } from "../emit/tables.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";

const columns = [
  column("metaxy_feature_version", "string", { system: true, source: null }),
  column("metaxy_data_version", "string", { system: true, source: null }),
  column("metaxy_created_at", "timestamptz", { system: true, source: null }),
  column("metaxy_updated_at", "timestamptz", { system: true, source: null }),
  column("video_id", "string", { id: true }),
  column("path", "string"),
  column("size", "float64", { nullable: true }),
];

function video(rest: Partial<Table> = {}, options: Readonly<Record<string, unknown>> = {}): Table {
  const value = folded(options);
  return table("video", columns, { ...rest, dialectOptions: value.kind === "object" ? { clickhouse: value } : {} });
}

function print(given: Table, target: Readonly<Record<string, unknown>> = {}) {
  const { value, diagnostics } = printTables([given], dialects.clickhouse, { ...printOptions, dialectOptions: target });
  const statements = value[0]?.statements.map(({ sql }) => sql) ?? [];
  return { statements, codes: diagnostics.map(({ code }) => code), omitted: value[0]?.omitted ?? [] };
}

/** What follows the column list. */
function suffixOf(given: Table, target: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return print(given, target).statements[0]?.split("\n)\n")[1]?.split("\n") ?? [];
}

describe("clickhouse", () => {
  it("sorts by what Metaxy looks rows up by", () => {
    expect(suffixOf(video())).toEqual([
      "ENGINE = MergeTree",
      "ORDER BY (`metaxy_feature_version`, `video_id`, `metaxy_updated_at`)",
    ]);
  });

  it("sorts by that whatever the primary key, and says that the key goes", () => {
    const key = { name: "pk", columns: ["video_id", "metaxy_created_at", "metaxy_data_version"], source: null };
    expect(suffixOf(video({ primaryKey: key }))[1]).toBe(
      "ORDER BY (`metaxy_feature_version`, `video_id`, `metaxy_updated_at`)",
    );
    expect(print(video({ primaryKey: key }))).toMatchObject({
      codes: ["MXC3082"],
      omitted: ["primary key (video_id, metaxy_created_at, metaxy_data_version)"],
    });
  });

  it("sorts tables of no samples by their primary key", () => {
    const key = { name: "pk", columns: ["a"], source: null };
    expect(suffixOf(table("t", [column("b", "string"), column("a", "string")], { primaryKey: key }))).toEqual([
      "ENGINE = MergeTree",
      "ORDER BY (`a`)",
    ]);
  });

  it("does not print an index that the order of rows is", () => {
    const ids = ["metaxy_feature_version", "video_id", "metaxy_updated_at"];
    const given = video({ indexes: [index("ix_path", ["path"]), index("ix_video__metaxy", ids, { source: null })] });
    const { statements, codes, omitted } = print(given);
    expect(statements[0]).toContain("INDEX `ix_path` (`path`) TYPE bloom_filter GRANULARITY 1");
    expect(statements[0]).not.toContain("ix_video__metaxy");
    expect([codes, omitted]).toEqual([[], []]);
  });

  it("sorts by nothing when there is nothing to sort by", () => {
    const { statements } = print(table("t", [column("a", "json")]));
    expect(statements[0]).toContain("ORDER BY tuple()");
  });

  it("chooses what an index keeps by what is looked up", () => {
    const lines = (given: Table) => print(given).statements[0]?.match(/TYPE \w+(\(0\))?/g);
    expect(
      lines(video({ indexes: [index("a", ["path"]), index("b", ["size"]), index("c", ["path", "size"])] })),
    ).toEqual(["TYPE bloom_filter", "TYPE minmax", "TYPE minmax"]);
    expect(
      lines(video({ indexes: [index("a", ["path"], { using: "set" }), index("b", ["path"], { using: "minmax" })] })),
    ).toEqual(["TYPE set(0)", "TYPE minmax"]);
  });

  it("prints the options of the table in the order of the grammar", () => {
    const given = video(
      { comment: "Videos", primaryKey: { name: null, columns: ["video_id"], source: null } },
      {
        engine: "ReplacingMergeTree(metaxy_updated_at)",
        orderBy: ["video_id", "metaxy_updated_at"],
        partitionBy: "toYYYYMM(metaxy_created_at)",
        ttl: "toDateTime(metaxy_created_at) + INTERVAL 1 YEAR",
        settings: { index_granularity: 1024, ttl_only_drop_parts: true, min_bytes_for_wide_part: "10" },
        indexes: [{ name: "by_path", expression: "lower(path)", type: "ngrambf_v1(3, 256, 2, 0)", granularity: 4 }],
      },
    );
    expect(suffixOf(given)).toEqual([
      "ENGINE = ReplacingMergeTree(`metaxy_updated_at`)",
      "PARTITION BY toYYYYMM(`metaxy_created_at`)",
      "PRIMARY KEY (`video_id`)",
      "ORDER BY (`video_id`, `metaxy_updated_at`)",
      "TTL toDateTime(`metaxy_created_at`) + INTERVAL 1 YEAR",
      "SETTINGS index_granularity = 1024, ttl_only_drop_parts = 1, min_bytes_for_wide_part = '10'",
      "COMMENT 'Videos'",
    ]);
    expect(print(given).statements[0]).toContain(
      "INDEX `by_path` (lower(`path`)) TYPE ngrambf_v1(3, 256, 2, 0) GRANULARITY 4",
    );
  });

  it("keeps a primary key that the sorting key starts with", () => {
    const key = { name: null, columns: ["video_id", "path"], source: null };
    expect(print(video({ primaryKey: key }, { orderBy: ["path", "video_id"] })).codes).toEqual(["MXC3082"]);
    expect(print(video({ primaryKey: key }, { orderBy: ["video_id", "path", "metaxy_updated_at"] })).codes).toEqual([]);
  });

  it("replicates on a cluster", () => {
    const { statements } = print(video(), { cluster: "it's" });
    expect(statements[0]).toMatch(/^CREATE TABLE `video` ON CLUSTER `it's` \(/);
    expect(suffixOf(video(), { cluster: "main" })[0]).toBe("ENGINE = ReplicatedMergeTree");
    expect(suffixOf(video({}, { engine: "ReplacingMergeTree" }), { cluster: "main" })[0]).toBe(
      "ENGINE = ReplicatedReplacingMergeTree",
    );
  });

  it("puts a Distributed table over the replicated ones when asked", () => {
    const { statements } = print(video(), { cluster: "main", distributed: true, sharding_key: "cityHash64(video_id)" });
    expect(statements[0]).toMatch(/^CREATE TABLE `video_local` ON CLUSTER `main` \(/);
    expect(statements.slice(1)).toEqual([
      "CREATE TABLE `video` ON CLUSTER `main` AS `video_local`\nENGINE = Distributed('main', currentDatabase(), 'video_local', cityHash64(`video_id`))",
    ]);
  });
});

describe("clickhouse, running", () => {
  let engine: TestEngine | null;
  beforeAll(async () => {
    engine = await openTestEngine("clickhouse");
  });
  afterAll(() => engine?.close());

  it("runs every clause", { timeout: 60_000 }, async () => {
    if (engine === null) return;
    const tables = [
      video(),
      video({ indexes: [index("a", ["path"]), index("b", ["size"]), index("c", ["path"], { using: "set" })] }),
      video(
        { comment: "Videos", primaryKey: { name: null, columns: ["video_id"], source: null } },
        {
          engine: "ReplacingMergeTree(metaxy_updated_at)",
          orderBy: ["video_id", "metaxy_updated_at"],
          partitionBy: "toYYYYMM(metaxy_created_at)",
          ttl: "toDateTime(metaxy_created_at) + INTERVAL 1 YEAR",
          settings: { index_granularity: 1024, ttl_only_drop_parts: true, min_bytes_for_wide_part: "10" },
          indexes: [{ name: "by_path", expression: "lower(path)", type: "ngrambf_v1(3, 256, 2, 0)", granularity: 4 }],
        },
      ),
      table("t", [column("a", "json")]),
    ];
    for (const given of tables) {
      await engine.begin([]);
      for (const sql of print(given).statements) {
        expect({ sql, answer: await engine.execute(sql) }).toMatchObject({ answer: { ok: true } });
      }
      await engine.end();
    }
  });

  it("prints what the grammar takes on a cluster", { timeout: 60_000 }, async () => {
    if (engine === null) return;
    // There is no cluster here to run it on.
    for (const sql of print(video(), { cluster: "main", distributed: true }).statements) {
      expect({ sql, answer: await engine.execute(`EXPLAIN AST ${sql}`) }).toMatchObject({ answer: { ok: true } });
    }
  });
});
