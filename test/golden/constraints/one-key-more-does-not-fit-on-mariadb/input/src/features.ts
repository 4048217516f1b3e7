import { BaseSQLModelFeature, FeatureSpec, Field, ForeignKeyConstraint, Index, PrimaryKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";

export class Asset extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "asset", idColumns: ["asset_id"] });
  static override readonly tableArgs = [new PrimaryKeyConstraint("asset_id")];

  asset_id!: string;
}

/** The primary key, a unique constraint, an index for two columns, one that a foreign key needs, and 61 of single columns. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });
  static override readonly tableArgs = [
    new PrimaryKeyConstraint("video_id"),
    new UniqueConstraint("c1"),
    new Index("ix_two", "c1", "c2"),
    new ForeignKeyConstraint({ columns: ["asset_id"], references: ["asset.asset_id"] }),
    // The primary key starts with the same column, so this one needs no index.
    new ForeignKeyConstraint({ columns: ["video_id"], references: ["asset.asset_id"], name: "fk_same" }),
  ];

  video_id!: string;
  asset_id!: string;
  c1: bigint = Field({ index: true });
  c2: bigint = Field({ index: true });
  c3: bigint = Field({ index: true });
  c4: bigint = Field({ index: true });
  c5: bigint = Field({ index: true });
  c6: bigint = Field({ index: true });
  c7: bigint = Field({ index: true });
  c8: bigint = Field({ index: true });
  c9: bigint = Field({ index: true });
  c10: bigint = Field({ index: true });
  c11: bigint = Field({ index: true });
  c12: bigint = Field({ index: true });
  c13: bigint = Field({ index: true });
  c14: bigint = Field({ index: true });
  c15: bigint = Field({ index: true });
  c16: bigint = Field({ index: true });
  c17: bigint = Field({ index: true });
  c18: bigint = Field({ index: true });
  c19: bigint = Field({ index: true });
  c20: bigint = Field({ index: true });
  c21: bigint = Field({ index: true });
  c22: bigint = Field({ index: true });
  c23: bigint = Field({ index: true });
  c24: bigint = Field({ index: true });
  c25: bigint = Field({ index: true });
  c26: bigint = Field({ index: true });
  c27: bigint = Field({ index: true });
  c28: bigint = Field({ index: true });
  c29: bigint = Field({ index: true });
  c30: bigint = Field({ index: true });
  c31: bigint = Field({ index: true });
  c32: bigint = Field({ index: true });
  c33: bigint = Field({ index: true });
  c34: bigint = Field({ index: true });
  c35: bigint = Field({ index: true });
  c36: bigint = Field({ index: true });
  c37: bigint = Field({ index: true });
  c38: bigint = Field({ index: true });
  c39: bigint = Field({ index: true });
  c40: bigint = Field({ index: true });
  c41: bigint = Field({ index: true });
  c42: bigint = Field({ index: true });
  c43: bigint = Field({ index: true });
  c44: bigint = Field({ index: true });
  c45: bigint = Field({ index: true });
  c46: bigint = Field({ index: true });
  c47: bigint = Field({ index: true });
  c48: bigint = Field({ index: true });
  c49: bigint = Field({ index: true });
  c50: bigint = Field({ index: true });
  c51: bigint = Field({ index: true });
  c52: bigint = Field({ index: true });
  c53: bigint = Field({ index: true });
  c54: bigint = Field({ index: true });
  c55: bigint = Field({ index: true });
  c56: bigint = Field({ index: true });
  c57: bigint = Field({ index: true });
  c58: bigint = Field({ index: true });
  c59: bigint = Field({ index: true });
  c60: bigint = Field({ index: true });
  c61: bigint = Field({ index: true });
}
