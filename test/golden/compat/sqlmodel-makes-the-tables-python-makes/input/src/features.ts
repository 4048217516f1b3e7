import { BaseSQLModelFeature, FeatureSpec, Field, type Int32 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video/raw", idColumns: ["video_id"] });

  video_id!: string;
  path: string = Field({ index: true, maxLength: 100 });
  frames: Int32 = Field({ default: 0 });
  score!: number | null;
}
