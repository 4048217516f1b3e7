import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static readonly tableName = "clips";
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });
  static override readonly tableArgs = [{ schema: "media", comment: "Own name, own schema" }];

  video_id: string = Field({ primaryKey: true });
  path: string = Field({ index: true });
}
