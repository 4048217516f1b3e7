import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });
  static override readonly tableArgs = [
    { schema: "media" },
  ];

  id: string = Field({ primaryKey: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [
    { schema: "media" },
  ];

  id!: string;
  owner: string = Field({ foreignKey: [Owner, "id"] });
}
