// MXC1001
import { BaseFeature } from "metaxy-compile/dsl";

using lock = { size: 1, [Symbol.dispose]() {} };

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: lock } };

  id!: string;
}
