// MXC1023
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id", 1] };

  id!: string;
}
