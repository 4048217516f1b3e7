import { BaseSQLModelFeature, type Decimal, FeatureSpec, Field, type Varchar } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: string = Field({ maxLength: 36 });
  code!: Varchar<8>;
  price!: Decimal<12, 2>;
  ratio: number = Field({ precision: 5, scale: 4 });
}
