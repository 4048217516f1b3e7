import { BaseSQLModelFeature, FeatureSpec, Field, PrimaryKeyConstraint } from "metaxy-compile/dsl";

/** The injected key leads with the ids. */
export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["video_id", "number"], fields: ["a"] });

  video_id!: string;
  number!: bigint;
}

/** Its own layout keeps its own key. */
export class Sorted extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "sorted", idColumns: ["video_id"], fields: ["a"] });
  static readonly featureConfig = { ext: { sqlmodel: { injectPrimaryKey: false } } };
  static readonly tableArgs = [
    new PrimaryKeyConstraint("video_id"),
    { clickhouse: { orderBy: ["video_id", "metaxy_updated_at"] }, bigquery: { clusterBy: ["video_id"] } },
  ];

  video_id: string = Field({ index: true });
}
