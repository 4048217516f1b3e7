// MXC1024
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumn: ["id"], idColumns: ["id"] };

  id!: string;
}
