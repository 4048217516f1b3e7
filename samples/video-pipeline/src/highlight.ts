import {
  BaseSQLModelFeature,
  FeatureDep,
  FeatureSpec,
  Field,
  FieldSpec,
  LineageRelationship,
  SpecialFieldDep,
} from "metaxy-compile/dsl";
import { Shot } from "./shot.ts";
import { Transcript } from "./transcript.ts";

/** The shot of each video that is worth showing first. */
export class Highlight extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video/highlight",
    idColumns: ["video_id"],
    deps: [
      new FeatureDep({
        feature: Shot,
        filters: ["end_seconds > 2"],
        lineage: LineageRelationship.aggregation({ on: ["video_id"] }),
      }),
      new FeatureDep({ feature: Transcript, optional: true }),
    ],
    fields: [new FieldSpec({ key: "score", codeVersion: "1", deps: SpecialFieldDep.ALL })],
  });

  video_id!: string;
  /** A shot of the same video. No foreign key: a shot has a row for each of its versions. */
  best_shot_id!: string;
  /** From 0 to 1; higher is better. */
  score: number = Field({ default: 0, index: true });
  /** Why the model chose it, for people to read. */
  reason?: string;
}
