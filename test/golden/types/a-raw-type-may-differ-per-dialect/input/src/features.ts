import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  huge: bigint = Field({ type: { duckdb: "HUGEINT", postgresql: "NUMERIC(39, 0)" } });
  only_duckdb: bigint = Field({ type: { duckdb: "UBIGINT" } });
  everywhere: string = Field({ type: "VARCHAR(17)" });
}
