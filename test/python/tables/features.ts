// The classes of features.py.

import {
  BaseSQLModelFeature,
  CheckConstraint,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  Field,
  Index,
  type Int16,
  type Int32,
  type Int64,
  type Interval,
  type Json,
  type Text,
  type TimeOnly,
  type Timestamp,
  type TimestampTz,
  UniqueConstraint,
  type Uuid,
  type Varchar,
} from "metaxy-compile/dsl";

/** Shared columns. */
class Described extends BaseSQLModelFeature {
  label: Varchar<40> = Field({ default: "none" });
}

/** Every type that both have. */
export class Scalars extends Described {
  static override readonly project = "oracle";
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "scalars", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  text!: Text;
  short: string = Field({ maxLength: 12 });
  flag!: boolean;
  small!: Int16;
  integer!: Int32;
  large!: Int64;
  ratio!: number;
  price!: Decimal<10, 2>;
  day!: DateOnly;
  clock!: TimeOnly;
  naive!: Timestamp;
  aware!: TimestampTz;
  span!: Interval;
  uuid!: Uuid;
  bytes!: Uint8Array;
  document!: Json;
  mapping!: Record<string, string>;
  maybe?: string;
  empty!: Int32 | null;
  forced: string = Field({ nullable: true });
}

export class Keys extends BaseSQLModelFeature {
  static override readonly project = "oracle";
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "keys/of-many", idColumns: ["a", "b"] });
  static override readonly tableArgs = [
    new Index("ix_both", "a", "path"),
    new Index({ name: "uq_ix", columns: ["path", "b"], unique: true }),
    new UniqueConstraint({ name: "uq_named", columns: ["a", "path"] }),
    new CheckConstraint({ name: "ck_size", expression: "size > 0" }),
  ];

  a: string = Field({ primaryKey: true });
  b: Int32 = Field({ primaryKey: true });
  path: string = Field({ index: true });
  code: string = Field({ unique: true });
  size!: Int32;
  renamed: string = Field({ name: "other_name" });
  scalar: string | null = Field({ foreignKey: "scalars.id" });
  order!: Int32;
}
