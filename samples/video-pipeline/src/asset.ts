import { BaseSQLModelFeature, Field, type Int64, type Varchar } from "metaxy-compile/dsl";

/** Where a file may be in its life. */
export type AssetState = "uploaded" | "processing" | "ready" | "failed";

/** Columns of everything that is stored as a file in the bucket. */
export abstract class Asset extends BaseSQLModelFeature {
  /** Id of the video the file belongs to, given by the uploader. */
  video_id!: string;
  /** Address of the file, such as `s3://media/…`. */
  uri!: string;
  /** Size of the file in bytes. */
  size_bytes!: Int64;
  /** Media type as registered with IANA. */
  media_type!: Varchar<64>;
  /** Where the file is in its life. */
  state: AssetState = Field({ default: "uploaded", index: true });
}
