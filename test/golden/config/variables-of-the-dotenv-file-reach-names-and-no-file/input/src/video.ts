import { BaseSQLModelFeature, FeatureKey, FeatureSpec } from "metaxy-compile/dsl";

/** One row per uploaded video. */
export class VideoFeature extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: new FeatureKey(["video"]),
    idColumns: ["video_id"],
    fields: ["frames", "duration"],
  });

  video_id!: string;
  path!: string;
  duration!: number;
}

