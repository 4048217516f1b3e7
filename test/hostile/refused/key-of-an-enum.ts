import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { fire } from "../fire.mjs";

enum Level {
  low = fire("enum").length,
}

export class KeyOfAnEnum extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: `level-${Level.low}`, idColumns: ["id"] });

  id!: string;
}
