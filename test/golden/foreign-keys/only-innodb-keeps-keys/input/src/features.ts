import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "owner", idColumns: ["id"] });
  static override readonly tableArgs = [
    { mysql: { engine: "MyISAM" } },
  ];

  id: string = Field({ primaryKey: true });
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  owner: string = Field({ foreignKey: "owner.id" });
}

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["id"] });
  static override readonly tableArgs = [
    { mysql: { engine: "Memory" } },
  ];

  id!: string;
  video: string = Field({ foreignKey: "video.id" });
}
