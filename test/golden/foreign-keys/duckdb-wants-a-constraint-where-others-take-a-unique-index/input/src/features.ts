import { BaseSQLModelFeature, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Part extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "part", idColumns: ["id"] });
  static override readonly tableArgs = [
    new Index({ columns: ["code"], unique: true }),
  ];

  id!: string;
  code!: string;
  inside: string | null = Field({ foreignKey: "part.code" });
}

export class Order extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "order_line", idColumns: ["id"] });

  id!: string;
  part: string = Field({ foreignKey: "part.code" });
}
