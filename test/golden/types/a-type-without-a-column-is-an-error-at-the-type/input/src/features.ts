import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import type { Foreign } from "./missing.js";

interface Tree {
  children: Tree[];
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  anything!: any;
  callback!: (x: number) => void;
  mixed!: string | number;
  promise!: Promise<string>;
  nested!: { inner: { deep: symbol } };
  tree!: Tree;
  foreign!: Foreign;
  misspelt!: Srting;
  untyped;
}
