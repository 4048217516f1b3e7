import { BaseSQLModelFeature, FeatureSpec, type Float32, type Text, type Varchar } from "metaxy-compile/dsl";
import { AudioTrack } from "./audio-track.ts";

/** A spoken word and when it is heard. */
interface Word {
  readonly text: string;
  readonly start_seconds: number;
  readonly end_seconds: number;
  readonly confidence?: Float32;
}

/**
 * What is said in a video.
 * Videos without speech have an empty text.
 */
export class Transcript extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "audio/transcript",
    idColumns: ["video_id"],
    deps: [AudioTrack],
    fields: ["text", "words"],
  });

  video_id!: string;
  /** Language tag, such as `en` or `pt-BR`. */
  language!: Varchar<16>;
  /** All of it, punctuated. */
  text!: Text;
  /** Word by word. */
  words!: readonly Word[];
}
