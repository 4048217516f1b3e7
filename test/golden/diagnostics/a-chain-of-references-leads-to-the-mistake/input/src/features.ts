import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
import { videoKey } from "./keys.js";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: videoKey, idColumns: ["id"] });

  id!: string;
}
