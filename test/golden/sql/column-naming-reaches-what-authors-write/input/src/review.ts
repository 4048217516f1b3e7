import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "size", expression: 'sizeBytes > 0 AND "sizeBytes" < 9 AND size_bytes <> 5' }),
    new Index({ name: "low", columns: [{ expression: "abs(sizeBytes)" }] }),
  ];

  id!: string;
  sizeBytes!: bigint;
  approvedBy!: string | null;
  halfSize: bigint | null = Field({ generatedSql: "sizeBytes / 2" });
}
