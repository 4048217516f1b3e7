import { BaseFeature, FeatureDep, FeatureSpec, FieldSpec, float, LineageRelationship } from "metaxy-compile/dsl";

/** Needed by what the project needs. */
class Camera extends BaseFeature {
  static override readonly project = "ingest";
  static override readonly spec = new FeatureSpec({
    key: "camera",
    idColumns: ["camera_id"],
    metadata: { owner: "it's \"us\"", limits: { seconds: float(2), frames: 48 }, tags: ["a", ["b"]] },
  });

  camera_id!: string;
  model?: string;
}

export class Raw extends BaseFeature {
  static override readonly project = "ingest";
  static override readonly spec = new FeatureSpec({
    key: "video/raw",
    idColumns: ["video_id"],
    deps: [
      new FeatureDep({
        feature: Camera,
        rename: { model: "camera_model" },
        select: ["camera_model"],
        filters: ["camera_model = 'x'"],
        lineage: LineageRelationship.expansion({ on: ["camera_id"] }),
      }),
    ],
    fields: ["frames", new FieldSpec({ key: "audio/left", codeVersion: "2" })],
  });

  video_id!: string;
  camera_id!: string;
}

/** Nobody here needs it. */
export class Unused extends BaseFeature {
  static override readonly project = "ingest";
  static override readonly spec = new FeatureSpec({ key: "unused", idColumns: ["video_id"], deps: [Raw] });

  video_id!: string;
}

export class Crop extends BaseFeature {
  static override readonly project = "shop";
  static override readonly spec = new FeatureSpec({ key: "crop", idColumns: ["video_id"], deps: [Raw] });

  video_id!: string;
}
