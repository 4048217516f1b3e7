// MXC1020
import { BaseFeature } from "metaxy-compile/dsl";

type Size = number;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Size } };

  id!: string;
}
