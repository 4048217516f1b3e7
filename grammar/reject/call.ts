// MXC1003
import { BaseFeature } from "metaxy-compile/dsl";

function compute(): number {
  return 1;
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: compute() } };

  id!: string;
}
