import { BaseSQLModelFeature, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Order extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "order", idColumns: ["select"] });
  static override readonly tableArgs = [new Index("table", "at", "from")];

  select: string = Field({ primaryKey: true });
  at!: string;
  from!: string;
  weird: string = Field({ name: 'a "b" c' });
}
