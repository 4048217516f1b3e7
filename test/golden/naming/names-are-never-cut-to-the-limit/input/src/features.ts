import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video/of/the/evening/news", idColumns: ["video_id"] });

  video_id: string = Field({ primaryKey: true });
}
