// MXC1009
import { BaseFeature } from "metaxy-compile/dsl";
import { FIRST } from "./shared/circle.js";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: FIRST } };

  id!: string;
}
