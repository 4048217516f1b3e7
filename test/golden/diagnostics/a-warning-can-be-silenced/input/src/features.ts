import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Silenced extends BaseFeature {
  // metaxy-ignore MXC2024: another tool writes the column
  static override readonly spec = new FeatureSpec({ key: "silenced", idColumns: ["video_id"] });

  path!: string;
}
