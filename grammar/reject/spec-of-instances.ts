// MXC1039
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
