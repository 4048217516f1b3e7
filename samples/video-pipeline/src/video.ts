import { CheckConstraint, FeatureSpec, Index } from "metaxy-compile/dsl";
import { Asset } from "./asset.ts";

/** One row per uploaded video file. */
export class Video extends Asset {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video/raw",
    idColumns: ["video_id"],
    fields: ["frames", "audio"],
    metadata: { owner: "ingest", retention_days: 365 },
  });
  static override readonly tableArgs = [
    // Not unique: Metaxy adds a row for every version of a video, so its columns repeat.
    new Index({ columns: ["uri"] }),
    new CheckConstraint({ name: "has_pixels", expression: "width > 0 AND height > 0" }),
    new Index({ columns: ["recorded_at", "video_id"] }),
  ];

  /** Width of a frame in pixels. */
  width!: number;
  /** Height of a frame in pixels. */
  height!: number;
  /** Length in seconds. */
  duration_seconds!: number;
  /** When the camera recorded it; unknown for old uploads. */
  recorded_at!: Date | null;
}
