// MXC1019
import { sep } from "path";
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: sep } };

  id!: string;
}
