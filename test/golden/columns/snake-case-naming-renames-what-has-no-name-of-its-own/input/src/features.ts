import { BaseSQLModelFeature, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["videoId"] });
  static override readonly tableArgs = [new Index(null, "sourceURL", "createdBy")];

  videoId!: string;
  sourceURL!: string;
  createdBy!: string;
  keepMe: string = Field({ name: "keepMe" });
}
