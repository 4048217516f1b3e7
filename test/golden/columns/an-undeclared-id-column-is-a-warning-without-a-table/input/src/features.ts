import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  path!: string;
}
