import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "ck", expression: "checked <> ''" }),
  ];

  id!: string;
  key: string = Field({ generatedSql: "lower(id)", foreignKey: "owner.id" });
  once: string = Field({ generatedSql: "lower(id)", unique: true });
  sound: string = Field({ generatedSql: "lower(id)", index: true });
  checked: string = Field({ generatedSql: "lower(id)" });
}
