import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  video_id!: string;
}

export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["video_id", "number"], deps: [Video] });

  video_id!: string;
  number!: number;
}
