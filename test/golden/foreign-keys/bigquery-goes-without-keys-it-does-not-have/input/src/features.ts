import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  name: string = Field({ unique: true });
  parent: string | null = Field({ foreignKey: "owner.id" });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  owner: string = Field({ foreignKey: "owner.id" });
  name: string = Field({ foreignKey: "owner.name" });
}
