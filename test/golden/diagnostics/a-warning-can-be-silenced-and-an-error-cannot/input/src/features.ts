import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Silenced extends BaseFeature {
  // metaxy-ignore MXC2108: the column is written by another tool
  static override readonly spec = new FeatureSpec({ key: "silenced", idColumns: ["video_id"] });

  path!: string;
}

export class Loud extends BaseFeature {
  // metaxy-ignore MXC2001: nobody may
  static override readonly spec = new FeatureSpec({ key: "Loud", idColumns: ["id"] });

  id!: string;
}
