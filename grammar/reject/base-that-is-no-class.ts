// MXC1030
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends (true ? BaseFeature : BaseFeature) {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
