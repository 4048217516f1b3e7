// MXC1008
import { BaseFeature } from "metaxy-compile/dsl";
import type { SIZE } from "./shared/constants.js";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZE } };

  id!: string;
}
