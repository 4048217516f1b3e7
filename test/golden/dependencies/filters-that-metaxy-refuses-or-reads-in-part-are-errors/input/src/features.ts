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
          "a LIKE 'x%'",
          "a = 1; order = 'x'",
          "a IN (SELECT id FROM video)",
          "order IN a",
          "(a = 1) = TRUE",
          "a = 1e",
          "t.u.v.w.a = 1",
        ],
      }),
    ],
  });
  id!: string;
}
