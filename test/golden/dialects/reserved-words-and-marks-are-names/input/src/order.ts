import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Order extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "order", idColumns: ["select"] });
  static override readonly tableArgs = [
    new Index("group", "index", "table"),
    new CheckConstraint({ name: "check", expression: "1 = 1" }),
  ];

  select: string = Field({ primaryKey: true });
  index!: bigint;
  table!: string;
  constraint!: string;
  rank!: string;
  at!: string;
  quotes: string = Field({ name: "\"a\" 'b' c" });
  percent: string = Field({ name: "100%-€" });
}
