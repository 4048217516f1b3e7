// MXC1001
import { BaseFeature } from "metaxy-compile/dsl";

const box: { size?: number } = {};

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: delete box.size } };

  id!: string;
}
