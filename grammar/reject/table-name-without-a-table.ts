// MXC1029
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static readonly tableName = "rejected";
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
