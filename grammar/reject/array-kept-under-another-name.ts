// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

const SIZES = [1];
export let sizes = SIZES;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZES } };

  id!: string;
}
