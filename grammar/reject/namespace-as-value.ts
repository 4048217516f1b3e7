// MXC1020
import { BaseFeature } from "metaxy-compile/dsl";

namespace Sizes {
  export const small = 1;
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Sizes } };

  id!: string;
}
