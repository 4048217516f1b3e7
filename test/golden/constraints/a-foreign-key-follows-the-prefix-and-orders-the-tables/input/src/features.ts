import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class A extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "a", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  z_id: string = Field({ foreignKey: "z.id", onDelete: "CASCADE" });
}

export class Z extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "z", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}
