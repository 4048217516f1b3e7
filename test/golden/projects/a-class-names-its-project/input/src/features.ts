import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

/** Takes what package.json says for Metaxy. */
export class Package extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "package", idColumns: ["id"] });

  id!: string;
}

/** Says it itself. */
export class Own extends BaseFeature {
  static readonly project = "from_class";
  static override readonly spec = new FeatureSpec({ key: "own", idColumns: ["id"] });

  id!: string;
}
