import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Silent extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "silent", idColumns: ["id"] });

  id!: string;
}

export class Contrary extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "contrary", idColumns: ["id"] });
  static override readonly featureConfig = { ext: { sqlmodel: { injectPrimaryKey: false, injectIndex: true } } };

  id!: string;
}
