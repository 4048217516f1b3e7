import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class FromEnvironment extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: process.env.KEY ?? "x", idColumns: ["id"] });

  id!: string;
}

export class WrongOption extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "wrong", idColumn: ["id"], fields: null });

  id!: string;
}
