import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["owner_id"] });

  owner_id: string = Field({ primaryKey: true });
  email: string = Field({ unique: true, index: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  video_id: string = Field({ primaryKey: true });
  owner_id: string = Field({ foreignKey: [Owner, "owner_id"] });
  parent_id: string | null = Field({ foreignKey: "video.video_id" });
}
