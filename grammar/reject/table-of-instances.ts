// MXC1039
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseSQLModelFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };
  readonly table = true;

  id!: string;
}
