import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
}

export class Generated extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "generated", idColumns: ["id"] });

  id!: string;
  owner: string | null = Field({ generatedSql: "id", foreignKey: "owner.id", onDelete: "SET NULL", maxLength: 255 });
}

export class Base extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "base", idColumns: ["id"] });

  id!: string;
  owner: string = Field({ foreignKey: "owner.id", onDelete: "CASCADE" });
  shout: string = Field({ generatedSql: "upper(owner)", maxLength: 255 });
}

export class Checked extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "checked", idColumns: ["id"] });
  static override readonly tableArgs = [
    new CheckConstraint({ name: "named", expression: "owner <> ''" }),
  ];

  id!: string;
  owner: string = Field({ foreignKey: "owner.id", onUpdate: "CASCADE" });
}
