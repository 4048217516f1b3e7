// MXC1020
import { BaseFeature } from "metaxy-compile/dsl";

enum Size {
  Small = 1,
}
namespace Size {
  export const DEFAULT = Size.Small;
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: { ...Size } } };

  id!: string;
}
