// MXC1002
import { BaseFeature } from "metaxy-compile/dsl";

const VALUE = 1;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: VALEU } };

  id!: string;
}
