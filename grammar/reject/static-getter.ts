// MXC1016
import { BaseFeature } from "metaxy-compile/dsl";

class Box {
  static get size() {
    return 1;
  }
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Box.size } };

  id!: string;
}
