import { BaseSQLModelFeature, FeatureSpec, Field, type Varchar } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });
  static override readonly tableArgs = [
    { mysql: { collate: "utf8mb4_general_ci" } },
  ];

  id!: string;
  code: Varchar<20> = Field({ unique: true });
  name: string = Field({ unique: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  owner: Varchar<20> = Field({ foreignKey: "owner.code" });
  other: string = Field({ foreignKey: "owner.name" });
}
