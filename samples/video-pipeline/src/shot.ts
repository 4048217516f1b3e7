import {
  BaseSQLModelFeature,
  CheckConstraint,
  FeatureDep,
  FeatureSpec,
  FieldDep,
  FieldSpec,
  FieldsMapping,
  LineageRelationship,
  type Vector,
} from "metaxy-compile/dsl";
import { Video } from "./video.ts";

/** One row per shot: the frames between two cuts. */
export class Shot extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video/shot",
    idColumns: ["video_id", "shot_id"],
    deps: [
      new FeatureDep({
        feature: Video,
        fieldsMapping: FieldsMapping.default({ excludeFields: ["audio"] }),
        lineage: LineageRelationship.expansion({ on: ["video_id"], idGenerationPattern: "{video_id}-{shot}" }),
      }),
    ],
    fields: [
      new FieldSpec({
        key: "boundaries",
        codeVersion: "3",
        deps: [new FieldDep({ feature: Video, fields: ["frames"] })],
      }),
      "embedding",
    ],
  });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "ends_after_start", expression: "end_seconds > start_seconds" }),
  ];

  video_id!: string;
  /** Id of the shot within its video. */
  shot_id!: string;
  /** Where it starts, in seconds from the start of the video. */
  start_seconds!: number;
  /** Where it ends, in seconds from the start of the video. */
  end_seconds!: number;
  /** What the middle frame looks like. */
  embedding!: Vector<512> | null;
}
