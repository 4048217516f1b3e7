// What only BigQuery has: clusters, partitions, options, and arrays that cannot hold arrays.

import { describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { Table } from "../../src/model/table.ts";
import { column, folded, index, printOptions, table } from "../emit/tables.ts";
import { parseBigquery } from "../engines/bigquery.ts";

const columns = [
  column("metaxy_feature_version", "string", { system: true, source: null }),
  column("metaxy_updated_at", "timestamptz", { system: true, source: null }),
  column("video_id", "string", { id: true }),
  column("part", "int64", { id: true }),
  column("score", "float64"),
];

function video(rest: Partial<Table> = {}, options: Readonly<Record<string, unknown>> = {}): Table {
  const value = folded(options);
  return table("video", columns, { ...rest, dialectOptions: value.kind === "object" ? { bigquery: value } : {} });
}

async function print(given: Table) {
  const { value, diagnostics } = printTables([given], dialects.bigquery, printOptions);
  const sql = value[0]?.statements[0]?.sql ?? "";
  expect(await parseBigquery(sql)).toEqual([]);
  return { suffix: sql.split("\n)\n")[1]?.split("\n") ?? [], codes: diagnostics.map(({ code }) => code) };
}

describe("bigquery", () => {
  it("clusters by what Metaxy looks rows up by", async () => {
    expect((await print(video())).suffix).toEqual([
      "CLUSTER BY `metaxy_feature_version`, `video_id`, `part`, `metaxy_updated_at`",
    ]);
  });

  it("clusters by that whatever the primary key", async () => {
    const key = {
      name: null,
      columns: ["video_id", "part", "metaxy_feature_version", "metaxy_updated_at"],
      source: null,
    };
    expect((await print(video({ primaryKey: key }))).suffix).toEqual([
      "CLUSTER BY `metaxy_feature_version`, `video_id`, `part`, `metaxy_updated_at`",
    ]);
    const { suffix, codes } = await print(video({}, { clusterBy: ["part", "score"] }));
    expect(suffix).toEqual(["CLUSTER BY `part`, `score`"]);
    expect(codes).toEqual(["MXC3004"]);
  });

  it("takes the clusters for the injected index", async () => {
    const ids = ["metaxy_feature_version", "video_id", "part", "metaxy_updated_at"];
    const { suffix, codes } = await print(video({ indexes: [index("ix_video__metaxy", ids, { source: null })] }));
    expect(suffix).toEqual(["CLUSTER BY `metaxy_feature_version`, `video_id`, `part`, `metaxy_updated_at`"]);
    expect(codes).toEqual([]);
  });

  it("prints partitions, clusters and options in the order of the grammar", async () => {
    const given = video(
      { comment: 'All "videos"\nthere are' },
      {
        partitionBy: "DATE(metaxy_updated_at)",
        clusterBy: ["video_id"],
        options: { require_partition_filter: true, partition_expiration_days: 3.5, friendly_name: "it's" },
      },
    );
    expect((await print(given)).suffix).toEqual([
      "PARTITION BY DATE(`metaxy_updated_at`)",
      "CLUSTER BY `video_id`",
      'OPTIONS (description = "All \\"videos\\"\\nthere are", require_partition_filter = true, partition_expiration_days = 3.5, friendly_name = "it\'s")',
    ]);
  });

  it("names foreign keys, does not enforce them, and refers to primary keys only", async () => {
    const key = {
      name: "fk",
      columns: ["part"],
      referredSchema: null,
      referredTable: "parts",
      onDelete: null,
      onUpdate: null,
      source: null,
    };
    const parts = table("parts", [column("id", "int64"), column("x", "int64")], {
      primaryKey: { name: "pk", columns: ["id"], source: null },
      uniqueConstraints: [{ name: "uq", columns: ["x"], source: null }],
    });
    const printed = (referred: string) =>
      printTables(
        [parts, video({ foreignKeys: [{ ...key, referredColumns: [referred] }] })],
        dialects.bigquery,
        printOptions,
      );
    expect(printed("id").value[1]?.statements[0]?.sql).toContain(
      "CONSTRAINT `fk` FOREIGN KEY (`part`) REFERENCES `parts` (`id`) NOT ENFORCED",
    );
    expect(printed("x").diagnostics.map(({ code }) => code)).toEqual(["MXC3021", "MXC3023"]);
    expect(printed("x").value[1]?.statements[0]?.sql).not.toContain("FOREIGN KEY");
  });
});
