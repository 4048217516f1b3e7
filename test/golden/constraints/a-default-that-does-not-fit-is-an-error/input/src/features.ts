import { BaseSQLModelFeature, FeatureSpec, Field, type Int8 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  number: number = Field({ default: "seven" });
  small: Int8 = Field({ default: 300 });
  kind: "a" | "b" = Field({ default: "c" });
  never: string = Field({ default: null });
}

export class Both extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "both", idColumns: ["id"] });

  id!: string;
  both: string = Field({ default: "a", defaultSql: "'b'" });
}
