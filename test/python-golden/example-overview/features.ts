import { BaseFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec } from "metaxy-compile/dsl";

/** Video metadata feature (root). */
export class Video extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "example/video",
    idColumns: ["sample_uid"],
    fields: [
      new FieldSpec({ key: "audio", codeVersion: "1" }),
      new FieldSpec({ key: "frames", codeVersion: "1" }),
    ],
  });

  frames!: bigint;
  duration!: number;
  size!: bigint;
}

export class Crop extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "example/crop",
    idColumns: ["sample_uid"],
    deps: [new FeatureDep({ feature: Video })],
    fields: [
      new FieldSpec({ key: "audio", codeVersion: "1", deps: [new FieldDep({ feature: Video, fields: ["audio"] })] }),
      new FieldSpec({ key: "frames", codeVersion: "1", deps: [new FieldDep({ feature: Video, fields: ["frames"] })] }),
    ],
  });
}

export class FaceDetection extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "example/face_detection",
    idColumns: ["sample_uid"],
    deps: [new FeatureDep({ feature: Crop })],
    fields: [
      new FieldSpec({ key: "faces", codeVersion: "1", deps: [new FieldDep({ feature: Crop, fields: ["frames"] })] }),
    ],
  });
}

export class SpeechToText extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "example/stt",
    idColumns: ["sample_uid"],
    deps: [new FeatureDep({ feature: Video })],
    fields: [
      new FieldSpec({
        key: "transcription",
        codeVersion: "1",
        deps: [new FieldDep({ feature: Video, fields: ["audio"] })],
      }),
    ],
  });
}
