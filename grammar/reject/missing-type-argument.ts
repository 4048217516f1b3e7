// MXC1044
import { BaseFeature, type Varchar } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value!: Varchar;
}
