import { BaseFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video/raw", idColumns: ["video_id"], fields: ["frames"] });

  video_id!: string;
  path!: string;
}

export class UnknownFeature extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "one", idColumns: ["video_id"], deps: ["video/rew"] });

  video_id!: string;
}

export class UnknownField extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "two",
    idColumns: ["video_id"],
    deps: [Video],
    fields: [new FieldSpec({ key: "x", deps: [new FieldDep({ feature: Video, fields: ["frame"] })] })],
  });

  video_id!: string;
}

export class UnknownColumns extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "three",
    idColumns: ["video_id"],
    deps: [new FeatureDep({ feature: Video, rename: { pth: "uri" }, select: ["uri"] })],
  });

  video_id!: string;
}

export class SelectBeforeRename extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "four",
    idColumns: ["video_id"],
    deps: [new FeatureDep({ feature: Video, rename: { path: "uri" }, select: ["path"] })],
  });

  video_id!: string;
}

export class RenameToSystem extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "five",
    idColumns: ["video_id"],
    deps: [new FeatureDep({ feature: Video, rename: { path: "metaxy_created_at" } })],
  });

  video_id!: string;
}
