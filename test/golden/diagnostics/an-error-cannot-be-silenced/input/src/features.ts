import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Loud extends BaseFeature {
  // metaxy-ignore MXC2005: nobody may
  static override readonly spec = new FeatureSpec({ key: "Loud", idColumns: ["id"] });

  id!: string;
}
