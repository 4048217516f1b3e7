import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  path!: string;
  Path!: string;
}

export class Same extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "same", idColumns: ["id"] });

  id!: string;
  uri: string = Field({ name: "location" });
  location!: string;
}
