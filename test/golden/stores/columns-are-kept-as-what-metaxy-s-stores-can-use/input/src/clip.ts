import {
  BaseSQLModelFeature,
  FeatureSpec,
  Field,
  type Geography,
  type Interval,
  type Json,
  type TimeOnly,
  type Uuid,
} from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["id"] });

  id!: Uuid;
  parent: Uuid | null = Field({ default: "0190a5b4-0000-7000-8000-000000000001" });
  others!: Uuid[];
  length!: Interval;
  starts!: TimeOnly;
  place!: Geography | null;
  words!: string[][];
  corners!: (number | null)[][][];
  notes!: Json[];
  origin!: { id: Uuid; at: TimeOnly; length: Interval | null; note: Json };
}

export class Cut extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "cut", idColumns: ["length"] });

  length!: Interval;
  at!: TimeOnly;
  as_written: Uuid = Field({ type: { mysql: "BINARY(16)" } });
}
