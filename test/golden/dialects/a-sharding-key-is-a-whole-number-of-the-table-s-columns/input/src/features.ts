import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { shardingKey: "clip_id" } }];

  clip_id!: string;
}

export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["frame_id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { shardingKey: "cityHash64(clip_id)" } }];

  frame_id!: string;
}
