import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class A extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "a", idColumns: ["id"], deps: ["b"] });

  id!: string;
}
