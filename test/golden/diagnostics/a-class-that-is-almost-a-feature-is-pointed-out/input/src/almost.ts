import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Feature extends BaseSQLModelFeature {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "feature", idColumns: ["id"] });
  id!: string;
  /** A column, because a static says what the feature's project is. */
  static readonly project = "shop";
  project!: string;
}

export class WithoutABase {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "without_a_base", idColumns: ["id"] });
  id!: string;
}

/** A spec of somebody else's. */
export class Elsewhere {
  static readonly spec = { version: 1 };
}

export class Misspelt extends BaseSQLModelFeature {
  static readonly Table = true;
  static readonly Spec = new FeatureSpec({ key: "misspelt", idColumns: ["id"] });
  id!: string;
}

export class TableOfInstances extends BaseSQLModelFeature {
  readonly table = true;
  static readonly spec = new FeatureSpec({ key: "table_of_instances", idColumns: ["id"] });
  id!: string;
}

export class TypedTableOfInstances extends BaseSQLModelFeature {
  readonly table: boolean = true;
  static readonly spec = new FeatureSpec({ key: "typed_table_of_instances", idColumns: ["id"] });
  id!: string;
}
