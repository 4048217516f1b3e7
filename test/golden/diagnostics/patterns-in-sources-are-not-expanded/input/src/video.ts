import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
}
