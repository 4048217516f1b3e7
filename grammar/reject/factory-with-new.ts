// MXC1021
import { BaseFeature, Field } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value: string = new Field();
}
