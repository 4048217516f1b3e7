import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}
