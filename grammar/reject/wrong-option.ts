// MXC1023
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: 1, idColumns: ["id"] };

  id!: string;
}
