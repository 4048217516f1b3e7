import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class C extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "c", idColumns: ["id"], deps: ["a"] });

  id!: string;
}

export class Self extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "self", idColumns: ["id"], deps: ["self"] });

  id!: string;
}
