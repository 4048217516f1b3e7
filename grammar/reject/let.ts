// MXC1004
import { BaseFeature } from "metaxy-compile/dsl";

let size = 1;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: size } };

  id!: string;
}
