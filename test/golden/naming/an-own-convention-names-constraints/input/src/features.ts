import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["owner_id"] });

  owner_id: string = Field({ primaryKey: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });
  static override readonly tableArgs = [new CheckConstraint({ name: "size", expression: "size > 0" })];

  video_id: string = Field({ primaryKey: true });
  owner_id: string = Field({ foreignKey: [Owner, "owner_id"] });
  path: string = Field({ unique: true });
  size: number = Field({ index: true });
}
