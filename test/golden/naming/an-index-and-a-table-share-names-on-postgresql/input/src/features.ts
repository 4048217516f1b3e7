import { BaseSQLModelFeature, FeatureSpec, Index } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
}

export class Audio extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "audio", idColumns: ["id"] });
  static override readonly tableArgs = [new Index("video", "id")];

  id!: string;
}
