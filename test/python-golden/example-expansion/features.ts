import { BaseFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec, LineageRelationship } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "video/raw",
    idColumns: ["video_id"],
    fields: [new FieldSpec({ key: "audio", codeVersion: "1" }), "frames"],
  });

  video_id!: string;
  path!: string;
}

export class VideoChunk extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: ["video", "chunk"],
    idColumns: ["video_chunk_id"],
    deps: [new FeatureDep({ feature: Video, lineage: LineageRelationship.expansion({ on: ["video_id"] }) })],
    fields: ["audio", "frames"],
  });

  video_id!: string;
  video_chunk_id!: string;
  path!: string;
}

export class FaceRecognition extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: ["video", "faces"],
    idColumns: ["video_chunk_id"],
    deps: [VideoChunk],
    fields: [new FieldSpec({ key: "faces", deps: [new FieldDep({ feature: VideoChunk, fields: ["frames"] })] })],
  });

  video_chunk_id!: string;
  num_faces!: bigint;
}
