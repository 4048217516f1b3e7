import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Trailing extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "a_/b", idColumns: ["id"] });

  id!: string;
}

export class Leading extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "a/_b", idColumns: ["id"] });

  id!: string;
}
