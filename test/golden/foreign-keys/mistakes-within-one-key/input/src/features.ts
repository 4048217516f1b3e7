import { BaseSQLModelFeature, FeatureSpec, Field, ForeignKeyConstraint } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  region: string = Field({ primaryKey: true });
  name: string = Field({ unique: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [
    new ForeignKeyConstraint({ columns: ["id", "region"], references: ["owner.id", "owner.id"] }),
    new ForeignKeyConstraint({ columns: ["c"], references: ["owner.name"], onDelete: "CASCADE" }),
    new ForeignKeyConstraint({ columns: ["d"], references: ["owner.name"] }),
  ];

  id: string = Field({ primaryKey: true, foreignKey: "video.id" });
  region!: string;
  a: string = Field({ foreignKey: "owner.name", onDelete: "SET DEFAULT" });
  b: string | null = Field({ foreignKey: "owner.name", onUpdate: "SET DEFAULT" });
  c: string = Field({ foreignKey: "owner.name" });
  d: string = Field({ foreignKey: "owner.name" });
}
