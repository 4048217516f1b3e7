// MXC1040
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value!: new () => object;
}
