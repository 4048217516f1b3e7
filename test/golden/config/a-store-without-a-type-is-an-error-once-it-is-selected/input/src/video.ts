import { BaseFeature } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly spec = { key: "video", idColumns: ["video_id"], fields: ["frames"] };
  video_id!: string;
}
