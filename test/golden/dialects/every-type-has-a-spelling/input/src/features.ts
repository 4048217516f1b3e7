import {
  BaseSQLModelFeature,
  type Bytes,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  type Float32,
  type Float64,
  type Int8,
  type Int16,
  type Int32,
  type Int64,
  type Json,
  type Text,
  type TimeOnly,
  type Timestamp,
  type TimestampTz,
  type UInt8,
  type UInt16,
  type UInt32,
  type UInt64,
  type Uuid,
  type Varchar,
} from "metaxy-compile/dsl";

enum Color {
  Red = "red",
  Green = "green",
}

enum Level {
  Low = 1,
  High = 2,
}

interface Point {
  x: number;
  y?: Int32;
}

export class Sample extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "sample", idColumns: ["id"] });

  id!: string;
  a_number!: number;
  a_bigint!: bigint;
  a_boolean!: boolean;
  a_date!: Date;
  bytes1!: Uint8Array;
  bytes2!: Buffer;
  bytes3!: Bytes;
  union!: "a" | "it's";
  color!: Color;
  level!: Level;
  list!: string[];
  lists!: ReadonlyArray<number[]>;
  record!: Record<string, number>;
  map!: Map<string, string>;
  struct!: { a: string; b: Int64 | null };
  point!: Point;
  i8!: Int8;
  i16!: Int16;
  i32!: Int32;
  i64!: Int64;
  u8!: UInt8;
  u16!: UInt16;
  u32!: UInt32;
  u64!: UInt64;
  f32!: Float32;
  f64!: Float64;
  price!: Decimal<12, 2>;
  code!: Varchar<8>;
  long!: Text;
  day!: DateOnly;
  clock!: TimeOnly;
  naive!: Timestamp;
  zoned!: TimestampTz;
  uuid!: Uuid;
  json!: Json<{ any: "thing" }>;
  maybe!: string | null;
  perhaps!: number | undefined;
  optional?: boolean;
}
