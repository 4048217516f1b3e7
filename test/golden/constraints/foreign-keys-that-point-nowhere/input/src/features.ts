import { BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["owner_id"] });

  owner_id: string = Field({ primaryKey: true });
  name!: string;
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  no_table: string = Field({ foreignKey: "ownr.owner_id" });
  no_column: string = Field({ foreignKey: [Owner, "ownerid"] });
  not_unique: string = Field({ foreignKey: [Owner, "name"] });
  other_type: Int64 = Field({ foreignKey: [Owner, "owner_id"] });
}
