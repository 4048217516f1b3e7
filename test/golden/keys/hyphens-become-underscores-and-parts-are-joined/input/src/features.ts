import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Crop extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video-raw/2d-crop/_final",
    idColumns: ["id"],
    fields: ["audio-left", "a/b"],
  });

  id!: string;
}
