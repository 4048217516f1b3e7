import { BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "accounts";
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: Int64 = Field({ primaryKey: true });
  name!: string;
}
