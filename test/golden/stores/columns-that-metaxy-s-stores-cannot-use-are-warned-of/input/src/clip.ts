import {
  BaseSQLModelFeature,
  type Bytes,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  Field,
  type Interval,
  type Json,
  type Uuid,
} from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["id"] });

  id!: string;
  labels!: Record<string, string>;
  bytes!: Bytes;
  days!: Record<string, DateOnly>;
  prices!: { price: Decimal<10, 2> }[];
  matrix!: Date[][];
  price!: { price: Decimal<10, 2>; day: DateOnly };
  thumbnail!: { bytes: Bytes };
  own: Uuid = Field({ type: { postgresql: "UUID", clickhouse: "UUID", duckdb: "UUID" } });
  span: Interval = Field({ type: { postgresql: "INTERVAL SECOND", duckdb: 'STRUCT("a" INTERVAL)', clickhouse: "Int64" } });
  table: string[][] = Field({ type: { postgresql: "TEXT[][]" } });
  documents: Json = Field({ type: { postgresql: "jsonb[]", clickhouse: "Array(JSON)" } });
  // The words are names here.
  names: Json = Field({ type: { duckdb: 'STRUCT("INTERVAL" VARCHAR)', clickhouse: "Tuple(`UUID` String)" } });
  // metaxy-ignore MXC2710: only ever read by SQL
  quiet: Uuid = Field({ type: { postgresql: "UUID" } });
}
