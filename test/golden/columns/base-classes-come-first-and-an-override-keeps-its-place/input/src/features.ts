import { FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";
import { Media } from "./base.js";
import { Tagged } from "./mixin.js";

export class Video extends Tagged(Media) {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  video_id!: string;
  override size: Int64 = Field({ default: 1 });
}
