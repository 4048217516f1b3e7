// MXC1016
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override get spec() {
    return { key: "rejected", idColumns: ["id"] };
  }

  id!: string;
}
