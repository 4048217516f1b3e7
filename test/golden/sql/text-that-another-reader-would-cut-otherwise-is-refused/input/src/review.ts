import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "client", expression: "stars > 0 \\! touch pwned" }),
    new CheckConstraint({ name: "dollar", expression: "id <> $ünïcödé_tag_that_is_longer_than_sixty_four_characters_is_a_tag_as_well$ ) $x$" }),
    new CheckConstraint({ name: "curly", expression: "id <> ‘) ; DROP TABLE review’" }),
    new CheckConstraint({ name: "blank", expression: "stars\u00a0> 0" }),
    new CheckConstraint({ name: "exponent", expression: "1e'\\' <> ') --'" }),
    new CheckConstraint({ name: "row", expression: "id <> 'a'\n'b'" }),
    new Index({ name: "heredoc", columns: ["id"], where: "id <> $$ ) $$" }),
    { clickhouse: { partitionBy: "“) SETTINGS x”" }, postgresql: { partitionBy: "RANGE (id) \\g" } },
  ];

  id!: string;
  stars!: bigint;
  raw: string = Field({ type: "TEXT \\! id" });
  other: string = Field({ defaultSql: "lower('a') -- x" });
}
