// MXC1037
import { BaseFeature } from "metaxy-compile/dsl";

class Other {}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], deps: [Other] };

  id!: string;
}
