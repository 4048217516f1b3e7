import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({
      name: "plain",
      expression: {
        duckdb: "NOT regexp_matches(fileName, '[[:space:]]')",
        postgresql: "fileName !~ '[[:space:]]'",
        sqlite: "fileName NOT GLOB '*[ ]*'",
      },
    }),
    new CheckConstraint({ name: "elsewhere", expression: { postgresql: "num_nonnulls(fileName, size) = 2" } }),
    new Index({ name: "big", columns: ["id"], where: { postgresql: "size > 9", sqlite: "size > 10" } }),
  ];

  id!: string;
  fileName!: string;
  size!: bigint;
  madeOn: string = Field({
    defaultSql: { duckdb: "strftime(now(), '%Y')", postgresql: "to_char(now(), 'YYYY')", sqlite: "CURRENT_DATE" },
  });
  half: bigint | null = Field({ generatedSql: { duckdb: "size // 2", postgresql: "size / 2", sqlite: "size / 2" } });
}
