import { BaseSQLModelFeature, FeatureSpec, Field, type UInt64 } from "metaxy-compile/dsl";

export class Wide extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "wide", idColumns: ["id"] });
  id!: string;
  wide: UInt64 = Field({ primaryKey: true, autoincrement: true });
}

export class Serial extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "serial", idColumns: ["id"] });
  id!: string;
  serial: bigint = Field({ type: "BIGSERIAL", primaryKey: true, autoincrement: true });
}
