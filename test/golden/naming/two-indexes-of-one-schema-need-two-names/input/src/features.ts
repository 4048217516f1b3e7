import { BaseSQLModelFeature, FeatureSpec, Index } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [new Index("by_id", "id")];

  id!: string;
}

export class Frame extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "frame", idColumns: ["id"] });
  static override readonly tableArgs = [new Index("by_id", "id")];

  id!: string;
}
