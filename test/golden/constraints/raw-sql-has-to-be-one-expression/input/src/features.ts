import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [new CheckConstraint({ name: "ck", expression: "1); DROP TABLE video; --" })];

  id!: string;
  open: string = Field({ defaultSql: "lower('a'" });
  comment: string = Field({ defaultSql: "1 -- hidden" });
  string: string = Field({ defaultSql: "'open" });
  type: string = Field({ type: "VARCHAR, evil INTEGER" });
}
