// MXC1038
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseSQLModelFeature {
  static override readonly table = true;

  id!: string;
}

export class Accepted extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "accepted", idColumns: ["id"] };

  id!: string;
}
