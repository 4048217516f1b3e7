import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class SystemKey extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "metaxy-system/mine", idColumns: ["id"] });

  id!: string;
}

export class SystemTable extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "metaxy_system/events", idColumns: ["id"] });

  id!: string;
}
