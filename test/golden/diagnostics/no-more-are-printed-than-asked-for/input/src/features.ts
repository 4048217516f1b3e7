import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class A extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: first(), idColumns: ["id"] });
}

export class B extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: second(), idColumns: ["id"] });
}

export class C extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: third(), idColumns: ["id"] });
}
