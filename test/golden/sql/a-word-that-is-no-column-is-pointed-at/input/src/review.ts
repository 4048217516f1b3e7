import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

const LIMIT = 10;

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "a", expression: "stars > 0 AND nope > 0" }),
    new CheckConstraint({ name: "b", expression: 'strs > 0 AND lower("approvedby") = \'x\'' }),
    new CheckConstraint({ name: "c", expression: `stars < ${LIMIT} AND starz > 0` }),
    new Index({ name: "open", columns: ["id"], where: "APPROVEDBY IS NULL" }),
    new Index({ name: "low", columns: [{ expression: "lower(titel)" }] }),
    { postgresql: { partitionBy: "RANGE (starts)" } },
  ];

  id!: string;
  approvedBy!: string | null;
  stars!: bigint;
  title: string = Field({ defaultSql: "draft" });
  twice: bigint | null = Field({ generatedSql: { postgresql: "sters * 2" } });
}
