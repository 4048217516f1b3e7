// MXC1043
import { BaseFeature } from "metaxy-compile/dsl";

interface Tree {
  children: Tree[];
}

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
  value!: Tree;
}
