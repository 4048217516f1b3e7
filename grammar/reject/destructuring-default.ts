// MXC1022
import { BaseFeature } from "metaxy-compile/dsl";

const { size = 1 } = { size: 2 };

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: size } };

  id!: string;
}
