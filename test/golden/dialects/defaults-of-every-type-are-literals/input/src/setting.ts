import {
  BaseSQLModelFeature,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  Field,
  type Float32,
  type Int8,
  type Int64,
  type Json,
  type Text,
  type TimeOnly,
  type Timestamp,
  type TimestampTz,
  type UInt64,
  type Uuid,
  type Varchar,
} from "metaxy-compile/dsl";

export class Setting extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "setting", idColumns: ["id"] });

  id!: string;
  text: string = Field({ default: "it's a \\ \"text\"\nof $$ two -- lines /* 😀" });
  long: Text = Field({ default: "" });
  code: Varchar<20> = Field({ default: "-" });
  flag: boolean = Field({ default: false });
  tiny: Int8 = Field({ default: -128 });
  big: Int64 = Field({ default: -9223372036854775808n });
  huge: UInt64 = Field({ default: 18446744073709551615n });
  single: Float32 = Field({ default: 1.5 });
  double: number = Field({ default: 1e-300 });
  price: Decimal<10, 2> = Field({ default: "-12.5" });
  day: DateOnly = Field({ default: "2024-02-29" });
  clock: TimeOnly = Field({ default: "23:59:59.999999" });
  naive: Timestamp = Field({ default: "2024-02-29T12:30:00.123456" });
  zoned: TimestampTz = Field({ default: "2024-02-29T12:30:00.5Z" });
  uuid: Uuid = Field({ default: "123e4567-e89b-12d3-a456-426614174000" });
  mode: "off" | "it's on" = Field({ default: "it's on" });
  document: Json<unknown> = Field({ default: { a: [1, null, "x'y\\"] } });
  nothing: string | null = Field({ default: null });
}
