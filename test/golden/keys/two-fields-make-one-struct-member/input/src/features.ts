import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Audio extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "audio", idColumns: ["id"], fields: ["left/channel", "left_channel"] });

  id!: string;
}

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"], fields: ["frames", "frames"] });

  id!: string;
}
