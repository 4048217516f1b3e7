import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  zeroWidth: string = Field({ name: "a\u200bb" });
  bidi: string = Field({ name: "a\u202eb" });
  nul: string = Field({ name: "a\0b" });
  blank: string = Field({ name: " a" });
}
