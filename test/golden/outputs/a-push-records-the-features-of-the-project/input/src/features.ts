import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

/** It's somebody else's, so it is not recorded. */
class Raw extends BaseFeature {
  static override readonly project = "ingest";
  static override readonly spec = new FeatureSpec({ key: "raw", idColumns: ["id"] });

  id!: string;
}

/** It's a crop. */
export class Crop extends BaseFeature {
  static override readonly project = "shop";
  static override readonly spec = new FeatureSpec({ key: "crop", idColumns: ["id"], deps: [Raw] });

  id!: string;
}
