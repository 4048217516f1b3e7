// MXC1001
import { BaseFeature } from "metaxy-compile/dsl";

class Box {
  static #size = 1;
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: Box.#size } };

  id!: string;
}
