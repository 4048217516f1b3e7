import { BaseSQLModelFeature, type Decimal, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Item extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "item", idColumns: ["id"], fields: ["price"] });

  id!: string;
  // As a number this would be 0.28.
  price: Decimal<10, 2> = Field({ default: "0.29" });
  tiny: Decimal<12, 9> = 1.5e-7 as Decimal<12, 9>;
  reduced: Decimal<10, 2> | null = Field({ default: "-0.29" });
  steps: Decimal<10, 2>[] = Field({ default: ["0.29", "0.58"] });
  byCountry: Record<string, Decimal<10, 2>> = Field({ default: { nl: "0.29" } });
  range: { from: Decimal<10, 2>; to: Decimal<10, 2> | null } = Field({ default: { from: "0.29", to: "0.58" } });
}
