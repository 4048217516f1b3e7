import {
  BaseSQLModelFeature,
  type Bytes,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  type Float32,
  type Float64,
  type Geography,
  type Int8,
  type Int16,
  type Int32,
  type Int64,
  type Interval,
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
  type Vector,
} from "metaxy-compile/dsl";
import type { Colour, Labelled, Point, Priority, Region, Severity } from "./vocabulary.ts";

/** Types that stand for one value. */
export class ScalarTypes extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "types/scalar", idColumns: ["id"] });

  id!: Uuid;

  a_string!: string;
  a_text!: Text;
  a_varchar!: Varchar<20>;
  a_boolean!: boolean;

  a_number!: number;
  a_bigint!: bigint;
  an_int8!: Int8;
  an_int16!: Int16;
  an_int32!: Int32;
  an_int64!: Int64;
  a_uint8!: UInt8;
  a_uint16!: UInt16;
  a_uint32!: UInt32;
  a_uint64!: UInt64;
  a_float32!: Float32;
  a_float64!: Float64;
  a_decimal!: Decimal<18, 4>;
  a_whole_decimal!: Decimal<6>;

  a_date_only!: DateOnly;
  a_time_only!: TimeOnly;
  a_timestamp!: Timestamp;
  a_timestamp_tz!: TimestampTz;
  a_date!: Date;
  an_interval!: Interval;

  a_json!: Json;
  a_typed_json!: Json<{ theme: string; tabs: number }>;
  a_byte_array!: Uint8Array;
  a_buffer!: Buffer;
  some_bytes!: Bytes;
  a_vector!: Vector<3>;
  a_geography!: Geography;

  a_union!: "draft" | "published";
  a_named_union!: Severity;
  a_string_enum!: Colour;
  a_numeric_enum!: Priority;
}

/** The ways to say that a column may be empty. */
export class NullableTypes extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "types/nullable", idColumns: ["id"] });

  id!: string;

  or_null!: string | null;
  or_undefined!: number | undefined;
  optional?: boolean;
  optional_or_null?: Date | null;
  nullable_union!: "yes" | "no" | null;
  nullable_struct!: Point | null;
  nullable_list!: string[] | null;
}

/** Lists, maps and structs, and what they may hold. */
export class NestedTypes extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "types/nested", idColumns: ["id"] });

  id!: string;

  a_list!: string[];
  a_readonly_list!: ReadonlyArray<Int32>;
  a_list_of_lists!: number[][];
  a_list_with_gaps!: (number | null)[];
  a_list_of_structs!: readonly Point[];

  a_record!: Record<string, number>;
  a_map!: Map<string, Int64>;
  a_map_with_gaps!: Record<string, string | null>;
  a_map_of_lists!: Record<string, readonly string[]>;
  a_map_of_structs!: ReadonlyMap<string, Point>;

  a_struct!: Point;
  a_literal_struct!: { width: Int32; height: Int32; "aspect ratio"?: string };
  a_deep_struct!: Region;
  a_generic_struct!: Labelled<Decimal<10, 2>>;
}
