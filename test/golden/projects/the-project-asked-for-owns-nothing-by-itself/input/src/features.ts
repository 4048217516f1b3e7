import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

/** Of the configuration's project, whichever is asked for. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
}

export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "mall";
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["id"] });

  id!: string;
}
