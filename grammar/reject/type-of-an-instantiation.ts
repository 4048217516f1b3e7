// MXC1040
import { BaseFeature } from "metaxy-compile/dsl";

declare function make<T>(): T;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value!: typeof make<string>;
}
