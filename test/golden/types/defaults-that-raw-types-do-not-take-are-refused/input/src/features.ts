import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Raw extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "raw", idColumns: ["id"] });
  id!: string;
  state: "new" | "old" = Field({ type: "INTEGER", default: "new" });
  moment: Date = Field({ type: "BIGINT", default: "2024-01-31T12:30:00Z" });
  half: number = Field({ type: "SMALLINT", default: 0.5 });
  list: string[] = Field({ type: "BOOLEAN", default: ["a"] });
  flag: boolean = Field({ type: "UUID", default: true });
}
