import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class B extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "b", idColumns: ["id"], deps: ["c"] });

  id!: string;
}
