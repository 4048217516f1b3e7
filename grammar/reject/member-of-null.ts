// MXC1017
import { BaseFeature } from "metaxy-compile/dsl";

const BOX: any = null;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: BOX.size } };

  id!: string;
}
