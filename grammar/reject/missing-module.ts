// MXC1005
import { BaseFeature } from "metaxy-compile/dsl";
import { SIZE } from "./no-such-file.js";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZE } };

  id!: string;
}
