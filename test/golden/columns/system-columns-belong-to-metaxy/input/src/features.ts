import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Redeclared extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "redeclared", idColumns: ["id"] });

  id!: string;
  metaxy_created_at!: number;
}

export class Renamed extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "renamed", idColumns: ["id"] });

  id!: string;
  hash: string = Field({ name: "metaxy_provenance" });
}
