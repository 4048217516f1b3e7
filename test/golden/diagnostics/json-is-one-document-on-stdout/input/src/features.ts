import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class First extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "Video", idColumns: ["id"] });

  id!: string;
}

export class Second extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  path!: string;
}
