import { BaseSQLModelFeature, CheckConstraint, FeatureSpec } from "metaxy-compile/dsl";

export class Review extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "review", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "column", expression: '"stars" > 0' }),
    new CheckConstraint({ name: "text", expression: 'kind = "film"' }),
    new CheckConstraint({ name: "misspelt", expression: '"star" > 0' }),
    new CheckConstraint({ name: "own", expression: { mysql: 'kind <> "film"' } }),
  ];

  id!: string;
  kind!: string;
  stars!: bigint;
}
