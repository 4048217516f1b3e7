// Two tables with one of everything that a feature can ask for.

import { column, index, literal, span, sql, sqlDefault, table } from "./tables.ts";

/** Two tables, the second referring to the first. */
export const richTables = [
  table(
    "video",
    [
      column("metaxy_feature_version", "string", { system: true, source: null, key: true }),
      column("metaxy_updated_at", "timestamptz", { system: true, source: null, key: true }),
      column("metaxy_deleted_at", "timestamptz", { system: true, source: null, nullable: true }),
      column("video_id", "string", { id: true, key: true, comment: "The video's id" }),
      column("part", "int32", { id: true, key: true }),
      column("slug", "string", { key: true }),
      column(
        "state",
        { kind: "enum", labels: ["new", "don't"] },
        { default: literal("new"), comment: "new, or don't" },
      ),
      column("size", "int64", { nullable: true, default: sqlDefault("1+1"), key: true }),
      column("seen_at", "timestamptz", { default: sqlDefault("CURRENT_TIMESTAMP"), nullable: true }),
      column("tags", { kind: "list", element: { kind: "string" }, nullable: false }),
      column("half", "float64", { generated: sql("part / 2") }),
      column("raw", "string", {
        sqlType: { value: { duckdb: sql("HUGEINT"), postgresql: sql("NUMERIC(39, 0)") }, span },
        nullable: true,
      }),
    ],
    {
      comment: 'One row per "video".\nTwo lines.',
      primaryKey: {
        name: "pk_video",
        columns: ["metaxy_feature_version", "video_id", "part", "metaxy_updated_at"],
        source: null,
      },
      uniqueConstraints: [{ name: "uq_video_slug", columns: ["slug"], source: span }],
      checkConstraints: [
        { name: "ck_video_size", expression: sql("size > 0 AND size < 10"), source: span },
        { name: "ck_video_part", expression: sql("part >= 0"), source: span },
      ],
      indexes: [
        index("ix_video_size", ["size", "part"], { where: sql("size > 1"), source: span }),
        index("ix_video_metaxy", ["metaxy_feature_version", "video_id"], { source: null }),
        index("ix_video_lower", [], { parts: [{ column: null, expression: sql("lower( slug )"), descending: true }] }),
        index("ix_video_part", ["part"], { using: "btree", include: ["size"] }),
      ],
    },
  ),
  table(
    "video__frames",
    [
      column("metaxy_feature_version", "string", { system: true, source: null }),
      column("slug", "string", { nullable: true }),
      column("frame", "int64", { id: true, key: true }),
    ],
    {
      primaryKey: { name: "pk_video__frames", columns: ["frame"], source: span },
      foreignKeys: [
        {
          name: "fk_frames_video",
          columns: ["slug"],
          referredSchema: null,
          referredTable: "video",
          referredColumns: ["slug"],
          onDelete: "SET NULL",
          onUpdate: null,
          source: span,
        },
      ],
    },
  ),
];
