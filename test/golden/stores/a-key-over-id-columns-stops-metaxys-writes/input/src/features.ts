import { BaseSQLModelFeature, Field, Index, PrimaryKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";

/** Every sample has a row per version. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video", idColumns: ["id"] };
  static override readonly tableArgs = [
    new UniqueConstraint("path"),
    new UniqueConstraint("id", "metaxy_created_at", "metaxy_data_version"),
    new UniqueConstraint("metaxy_feature_version", "id", "metaxy_updated_at"),
    new Index({ name: "ux_live", columns: ["id"], unique: true, where: "metaxy_deleted_at IS NULL" }),
  ];

  id: string = Field({ primaryKey: true });
  path!: string;
  row: bigint = Field({ autoincrement: true, unique: true });
}

/** What holds. */
export class Holds extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "holds", idColumns: ["id"] };
  static override readonly tableArgs = [
    new Index({ name: "ux_null", columns: ["metaxy_feature_version", "id", "metaxy_updated_at"], unique: true, where: "metaxy_deleted_at IS NULL" }),
    new Index({
      name: "ux_expression",
      columns: ["id", "metaxy_updated_at", { expression: "coalesce(metaxy_deleted_at, metaxy_created_at)" }],
      unique: true,
    }),
    new UniqueConstraint("id", "metaxy_updated_at", "metaxy_deleted_at"),
    new Index({ name: "ix_id", columns: ["id"] }),
  ];

  id!: string;
}

/** A time of deletion is no key either, where a sample's history is deleted at once. */
export class Deleted extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "deleted", idColumns: ["id"] };
  static override readonly tableArgs = [new UniqueConstraint("id", "metaxy_deleted_at")];

  id!: string;
}

/** A class that asks for the key is told in its place. */
export class Asked extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "asked", idColumns: ["id"] };
  static override readonly featureConfig = { ext: { sqlmodel: { injectPrimaryKey: true } } };

  id!: string;
}

/** Known, and wanted. */
export class Ignored extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "ignored", idColumns: ["a", "b"] };
  static override readonly tableArgs = [
    // metaxy-ignore MXC2720: rows are written once and never deleted
    new PrimaryKeyConstraint("a", "b"),
  ];

  a!: string;
  b!: string;
}
