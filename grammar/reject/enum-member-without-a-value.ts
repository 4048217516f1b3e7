// MXC1034
import { BaseFeature } from "metaxy-compile/dsl";

enum Size {
  Small = "small",
  Large,
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Size.Large } };

  id!: string;
}
