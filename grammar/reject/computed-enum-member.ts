// MXC1003
import { BaseFeature } from "metaxy-compile/dsl";

enum Size {
  Small = Math.round(1.5),
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Size.Small } };

  id!: string;
}
