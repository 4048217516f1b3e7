import { BaseFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  raw_video_path: string = Field({ description: "Path to the raw video file" });
  id: string = Field({ description: "Unique identifier for the video" });
  path: string = Field({ description: "Path to the processed video file" });
}

export class Audio extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({ key: "audio", idColumns: ["id"], deps: [Video] });

  id: string = Field({ description: "Unique identifier for the audio" });
  path: string = Field({ description: "Path to the audio file" });
}
