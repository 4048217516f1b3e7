// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

declare function change(sizes: number[]): void;
const SIZES = [1];
change(SIZES);

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZES } };

  id!: string;
}
