import { BaseSQLModelFeature, type DateOnly, type Decimal, FeatureSpec, Field, type Int32, type Int64, type Json, type Uuid } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  text: string = "it's \\ \"new\"; -- '";
  number: number = -1.5;
  large: number = 1e21;
  integer: Int32 = Field({ default: 7 });
  big: bigint = 9007199254740993n;
  flag: boolean = true;
  nothing: string | null = null;
  price: Decimal<12, 2> = Field({ default: "0.10" });
  kind: "a" | "b" = "a";
  day: DateOnly = Field({ default: "2024-02-29" });
  at: Date = Field({ default: "2024-02-29T12:00:00Z" });
  uuid: Uuid = Field({ default: "00000000-0000-0000-0000-000000000001" });
  list: string[] = ["a", "b'c"];
  empty: Int64[] = [];
  map: Record<string, string> = { "a'b": "c" };
  struct: { x: number; y: string } = { x: 1, y: "2" };
  json: Json = Field({ default: { a: [1, null, "x'y"] } });
  now: Date = Field({ defaultSql: "now()" });
  upper: string = Field({ generatedSql: "upper(text)" });
}
