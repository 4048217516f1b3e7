import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

throw new Error("a module of the user's ran");

export class Throws extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "throws", idColumns: ["id"] });

  id!: string;
}
