import { BaseFeature, FeatureDep, FeatureSpec, FieldSpec, LineageRelationship } from "metaxy-compile/dsl";

/** Audio recordings of different speakers. */
export class Audio extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({ key: "audio", idColumns: ["audio_id"], fields: ["default"] });

  audio_id!: string;
  speaker_id!: string;
  duration_seconds!: number;
  path!: string;
}

/**
 * Speaker embedding aggregated from all their audio recordings.
 *
 * This demonstrates N:1 aggregation lineage where multiple audio recordings
 * from the same speaker are aggregated into a single speaker embedding.
 */
export class SpeakerEmbedding extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "speaker/embedding",
    idColumns: ["speaker_id"],
    deps: [new FeatureDep({ feature: Audio, lineage: LineageRelationship.aggregation({ on: ["speaker_id"] }) })],
    fields: [new FieldSpec({ key: "embedding", codeVersion: "1" })],
  });

  speaker_id!: string;
  n_dim!: bigint;
  path!: string;
}
