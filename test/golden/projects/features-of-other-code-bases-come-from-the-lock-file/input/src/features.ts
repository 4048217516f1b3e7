import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Crop extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "crop",
    idColumns: ["video_id"],
    deps: ["ingest/raw"],
    fields: ["frames"],
  });

  video_id!: string;
}
