import { BaseSQLModelFeature, FeatureSpec, Index, PrimaryKeyConstraint } from "metaxy-compile/dsl";

/** Shots by the day on which they were taken. */
export class Shot extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "shot", idColumns: ["shot_id"] });
  static override readonly tableArgs = [
    new PrimaryKeyConstraint("shot_id", "taken_at"),
    new Index({ name: "ux_shot_path", columns: ["path", "taken_at"], unique: true }),
    {
      postgresql: { partitionBy: "range (taken_at)" },
      ducklake: { partitionBy: ["camera", "month(taken_at)"] },
      clickhouse: {
        partitionBy: "toYYYYMM(taken_at)",
        orderBy: ["shot_id", "taken_at", "camera"],
        ttl: "toDateTime(taken_at) + INTERVAL 1 YEAR",
        indexes: [{ name: "ix_shot_words", expression: "lower(path)", type: "tokenbf_v1(256, 2, 0)", granularity: 4 }],
      },
      bigquery: {
        partitionBy: "DATE(taken_at)",
        clusterBy: ["camera", "shot_id"],
        options: { require_partition_filter: true, partition_expiration_days: 365 },
      },
      sqlite: { withoutRowid: true },
      mysql: { rowFormat: "COMPRESSED" },
    },
  ];

  shot_id!: string;
  taken_at!: Date;
  camera!: string;
  path!: string;
}
