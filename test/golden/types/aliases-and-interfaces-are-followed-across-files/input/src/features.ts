import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { geometry, type Identifier, type Maybe, type Track } from "#types/index.js";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: Identifier;
  tracks!: Track[];
  crop!: Maybe<geometry.Box>;
}
