// MXC1007
import { BaseFeature } from "metaxy-compile/dsl";
import { SIEZ } from "./shared/constants.js";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIEZ } };

  id!: string;
}
