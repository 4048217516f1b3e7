// MXC1026
import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "rejected", idColumns: ["id"] }, 1);

  id!: string;
}
