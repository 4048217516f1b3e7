import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Second extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["video", "raw"], idColumns: ["id"] });

  id!: string;
}
