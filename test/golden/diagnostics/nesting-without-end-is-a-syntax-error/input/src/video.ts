import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

import { KEY } from "./keys.js";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"], metadata: { KEY } });
  id!: string;
  column!: string;
}
