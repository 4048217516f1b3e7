import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export clas Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
}
