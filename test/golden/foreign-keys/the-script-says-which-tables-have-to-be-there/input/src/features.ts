import { BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";
import { Owner } from "./accounts";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  owner: Int64 = Field({ foreignKey: [Owner, "id"] });
  // metaxy-ignore MXC2646: made by the billing service
  account: string = Field({ foreignKey: "accounts.id" });
}
