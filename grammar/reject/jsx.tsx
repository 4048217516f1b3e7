// MXC1001
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: <b>1</b> } };

  id!: string;
}
