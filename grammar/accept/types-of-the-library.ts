// Illustrates: LibraryType, AnyType
import {
  BaseSQLModelFeature,
  type Bytes,
  type DateOnly,
  type Decimal,
  type Float32,
  type Int8,
  type Interval,
  type Json,
  type Text,
  type TimeOnly,
  type Timestamp,
  type TimestampTz,
  type UInt64,
  type Uuid,
  type Varchar,
  type Vector,
} from "metaxy-compile/dsl";

type Size = 16;

export class Library extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "library_types", idColumns: ["id"] };

  id!: Uuid;
  tiny!: Int8;
  large!: UInt64;
  single!: Float32;
  price!: Decimal<10, 2>;
  whole!: Decimal<10>;
  code!: Varchar<8>;
  text!: Text;
  day!: DateOnly;
  time!: TimeOnly;
  local!: Timestamp;
  moment!: TimestampTz;
  length!: Interval;
  bytes!: Bytes;
  settings!: Json;
  typed!: Json<{ theme: string; call?: () => void }>;
  embedding!: Vector<Size>;
}
