import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Hyphen extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video-raw", idColumns: ["id"] });

  id!: string;
}

export class Underscore extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video_raw", idColumns: ["id"] });

  id!: string;
}
