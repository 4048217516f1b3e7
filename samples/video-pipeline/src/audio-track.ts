import { FeatureDep, FeatureSpec, FieldSpec, FieldsMapping, type Int32 } from "metaxy-compile/dsl";
import { Asset } from "./asset.ts";
import { Video } from "./video.ts";

/** The sound of a video, decoded to mono. */
export class AudioTrack extends Asset {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "audio/track",
    idColumns: ["video_id"],
    deps: [
      new FeatureDep({
        feature: Video,
        rename: { uri: "video_uri" },
        select: ["video_uri"],
        fieldsMapping: FieldsMapping.specific({ waveform: ["audio"] }),
      }),
    ],
    fields: [new FieldSpec({ key: "waveform", codeVersion: "2" })],
  });

  /** The video it was taken from. */
  video_uri!: string;
  /** Samples per second. */
  sample_rate!: Int32;
}
