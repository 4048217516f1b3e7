// MXC1016
import { BaseFeature } from "metaxy-compile/dsl";

const size = 1;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: { size = 1 } } };

  id!: string;
}
