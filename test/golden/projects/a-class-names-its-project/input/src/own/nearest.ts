import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

/** Takes the name of the nearest package, without its scope. */
export class Nearest extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "nearest", idColumns: ["id"] });

  id!: string;
}
