import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"], fields: ["a"] });

  clip_id!: string;
}

export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["frame_id"], fields: ["a"] });

  frame_id!: bigint;
}

export class Face extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "face", idColumns: ["face_id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { shardingKey: "CAST(face_id AS UInt64) % 16" } }];

  face_id!: bigint;
}
