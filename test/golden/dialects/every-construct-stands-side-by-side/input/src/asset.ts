import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index, UniqueConstraint } from "metaxy-compile/dsl";

/** One row per "asset": it's 100% \\ `here`. */
export class Asset extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "asset", idColumns: ["asset_id"] });
  static override readonly tableArgs = [
    new Index("ix_asset_kind_size", "kind", "size"),
    new Index({ name: "ix_asset_newest", columns: [{ column: "uploaded_at", descending: true }], where: "size > 0" }),
    new Index({ name: "ux_asset_path", columns: ["path"], unique: true, using: "btree", include: ["size"] }),
    new Index({ name: "ix_asset_lower", columns: [{ expression: "lower(path)" }] }),
    new UniqueConstraint("path", "kind"),
    new CheckConstraint({ name: "size_is_positive", expression: "size >= 0" }),
    {
      clickhouse: { partitionBy: "toYYYYMM(uploaded_at)", settings: { index_granularity: 1024 } },
      bigquery: { partitionBy: "DATE(uploaded_at)" },
      mysql: { rowFormat: "DYNAMIC" },
    },
  ];

  /** The asset's id. */
  asset_id: string = Field({ primaryKey: true });
  /** Where it lies; it's a "path". */
  path: string = Field({ maxLength: 100 });
  kind: "image" | "it's a \\ video" = Field({ default: "it's a \\ video" });
  size: bigint = Field({ default: 0n, index: true });
  ratio?: number;
  public: boolean = Field({ default: true });
  uploaded_at: Date = Field({ default: "2024-02-29T12:30:00Z" });
  tags!: string[];
  /** Spelled by hand where it has to be. */
  checksum: string = Field({ type: { postgresql: "CHAR(64)", mysql: "CHAR(64)", clickhouse: "FixedString(64)" } });
}
