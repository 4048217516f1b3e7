// MXC1032
import { BaseFeature } from "metaxy-compile/dsl";

function choose() {
  console.log("not run");
  return BaseFeature;
}

export class Rejected extends choose() {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
