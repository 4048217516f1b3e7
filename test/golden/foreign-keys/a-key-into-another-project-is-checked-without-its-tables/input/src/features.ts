import { BaseSQLModelFeature, FeatureSpec, Field, type Int32 } from "metaxy-compile/dsl";
import { Owner } from "./accounts";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  owner: Int32 = Field({ foreignKey: [Owner, "id"] });
  name: string = Field({ foreignKey: [Owner, "name"] });
}
