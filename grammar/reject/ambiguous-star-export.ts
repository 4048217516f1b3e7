// MXC1006
import { BaseFeature } from "metaxy-compile/dsl";
import { SIZE } from "./shared/ambiguous.js";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZE } };

  id!: string;
}
