// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

const SIZES = { small: 1 };
SIZES.small = 2;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZES } };

  id!: string;
}
