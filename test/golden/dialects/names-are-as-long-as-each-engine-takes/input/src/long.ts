import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** 63 letters and as many bytes: PostgreSQL's limit. */
export class Fits extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly tableName = "f23456789012345678901234567890123456789012345678901234567890123";
  static override readonly spec = new FeatureSpec({ key: "fits", idColumns: ["id"] });

  id!: string;
}

/** 40 letters of two bytes each, 64 letters of one, and 65. */
export class Long extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "long", idColumns: ["id"] });

  id!: string;
  twice: string = Field({ name: "éééééééééééééééééééééééééééééééééééééééé" });
  c234567890123456789012345678901234567890123456789012345678901234!: string;
  d2345678901234567890123456789012345678901234567890123456789012345!: string;
}
