// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

declare const change: any;

export class Rejected extends BaseFeature {
  @change static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
