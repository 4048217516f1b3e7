// MXC1010
import { BaseFeature } from "metaxy-compile/dsl";

const SIZES = { small: 1 };

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZES.smal } };

  id!: string;
}
