// MXC1021
import { BaseFeature, FeatureKey } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: FeatureKey("rejected"), idColumns: ["id"] };

  id!: string;
}
