// MXC1019
import { BaseFeature } from "metaxy-compile/dsl";

declare const SIZE: number;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZE } };

  id!: string;
}
