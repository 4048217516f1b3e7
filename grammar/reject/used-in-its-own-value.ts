// MXC1012
import { BaseFeature } from "metaxy-compile/dsl";

const SIZES: unknown[] = [SIZES];

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: SIZES } };

  id!: string;
}
