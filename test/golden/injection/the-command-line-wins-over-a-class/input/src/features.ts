import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly featureConfig = { ext: { sqlmodel: { injectPrimaryKey: true, injectIndex: false } } };

  id!: string;
}
