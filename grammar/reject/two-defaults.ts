// MXC1027
import { BaseFeature, Field } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value: number = Field({ default: 1, defaultSql: "1" });
}
