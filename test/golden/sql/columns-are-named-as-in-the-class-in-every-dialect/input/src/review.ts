import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "bare", expression: "sizeBytes > 0 AND renamed_size > 0 AND stars BETWEEN 1 AND 5" }),
    new CheckConstraint({ name: "quoted", expression: '"sizeBytes" > 0 OR "approvedBy" IS NULL' }),
    new CheckConstraint({ name: "words", expression: "order > 0 AND end > order AND NOT(value = 'text')" }),
    new CheckConstraint({ name: "folded", expression: "STARS <> 3" }),
    new Index({ name: "open", columns: ["id"], where: "approvedBy IS NULL" }),
    new Index({ name: "low", columns: [{ expression: "abs(sizeBytes)" }] }),
    {
      clickhouse: { partitionBy: "stars % 2", orderBy: ["id"] },
      bigquery: { partitionBy: "RANGE_BUCKET(stars, GENERATE_ARRAY(0, 10, 1))" },
    },
  ];

  id!: string;
  sizeBytes: bigint = Field({ name: "renamed_size" });
  approvedBy!: string | null;
  stars!: bigint;
  order!: bigint;
  end!: bigint;
  value!: string;
  twice: bigint | null = Field({ generatedSql: "sizeBytes * 2" });
}
