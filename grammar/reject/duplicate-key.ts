// MXC1015
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: { size: 1, size: 2 } } };

  id!: string;
}
