// MXC1022
import { BaseFeature } from "metaxy-compile/dsl";

const [first, ...sizes] = [1, 2];

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: sizes } };

  id!: string;
}
