import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class NoKey extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "no-key", idColumns: ["id"] });

  id!: string;
}

export class OwnName extends BaseSQLModelFeature {
  static override readonly table = true;
  static readonly tableName = "mine";
  static override readonly spec = new FeatureSpec({ key: "own-name", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}
