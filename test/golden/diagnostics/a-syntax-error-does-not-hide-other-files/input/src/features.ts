import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "Video", idColumns: ["id"] });

  id!: string;
}
