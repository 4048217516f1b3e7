// MXC1049
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseSQLModelFeature {
  static override readonly table = true;
  static readonly __tablename__ = "rejected";
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
