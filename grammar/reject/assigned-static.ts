// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}

Object.assign(Rejected, {});
(Rejected as { spec: unknown }).spec = { key: "other", idColumns: ["id"] };
