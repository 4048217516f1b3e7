// MXC1036
import { BaseFeature } from "metaxy-compile/dsl";

const NAME = "value";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  [NAME]!: string;
}
