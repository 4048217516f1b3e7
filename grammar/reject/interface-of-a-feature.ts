// MXC1048
import { BaseFeature } from "metaxy-compile/dsl";

export interface Rejected {
  size: number;
}
export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
