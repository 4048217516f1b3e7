import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Moment extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "moment", idColumns: ["id"] });

  id!: string;
  seen_at: Date = Field({ defaultSql: "CURRENT_TIMESTAMP" });
  count: bigint = Field({ defaultSql: "1 + 1" });
}
