// MXC1001
import { BaseFeature } from "metaxy-compile/dsl";

let counter = 0;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: counter++ } };

  id!: string;
}
