import { BaseFeature, FeatureDep, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly project = "shop";
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
  a!: number;
  order!: string;
}

export class Crop extends BaseFeature {
  static override readonly project = "shop";
  static override readonly spec = new FeatureSpec({
    key: "crop",
    idColumns: ["id"],
    deps: [
      new FeatureDep({
        feature: Video,
        filters: [
          "a ISNULL",
          "a = +5",
          "order IN ('x',)",
          "! a",
          "a = 1;",
          "a NOTNULL AND a NOT NULL AND NOT a IS UNKNOWN",
          "order IN ['x', 'y'] OR a = -(1)",
        ],
      }),
    ],
  });
  id!: string;
}
