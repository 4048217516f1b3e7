import { BaseFeature, BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  video_id!: string;
}

export class Thumbnail extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "thumbnail", idColumns: ["video_id"], deps: [Video] });

  video_id!: string;
}
