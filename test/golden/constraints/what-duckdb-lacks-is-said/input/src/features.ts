import { BaseSQLModelFeature, FeatureSpec, Field, Index, type Int64 } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [new Index({ columns: ["path"], where: "path <> ''", include: ["size"], using: "btree" })];

  id!: string;
  path!: string;
  size!: number;
  owner_id: string = Field({ foreignKey: [Owner, "id"], onDelete: "CASCADE" });
}
