import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Computed extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "computed", idColumns: ["id"] });

  id!: string;
  width!: bigint;
  double_width: bigint = Field({ generatedSql: "width * 2" });
}

export class Numbered extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "numbered", idColumns: ["id"] });

  id!: string;
  row_number: bigint = Field({ autoincrement: true, primaryKey: true });
}
