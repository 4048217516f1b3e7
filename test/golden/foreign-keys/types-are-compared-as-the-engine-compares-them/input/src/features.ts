import {
  BaseSQLModelFeature,
  type Decimal,
  FeatureSpec,
  Field,
  type Int32,
  type Int64,
  type UInt64,
  type Varchar,
} from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id!: string;
  a: Int32 = Field({ unique: true });
  b: Int64 = Field({ unique: true });
  c: Decimal<10, 2> = Field({ unique: true });
  d: "new" | "old" = Field({ unique: true });
  e: Varchar<20> = Field({ unique: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  a: Int64 = Field({ foreignKey: "owner.a" });
  b: UInt64 = Field({ foreignKey: "owner.b" });
  c: Decimal<10, 4> = Field({ foreignKey: "owner.c" });
  d: "old" | "new" = Field({ foreignKey: "owner.d" });
  e: Varchar<50> = Field({ foreignKey: "owner.e" });
}
