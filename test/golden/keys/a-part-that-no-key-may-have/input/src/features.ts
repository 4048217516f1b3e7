import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class UpperCase extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "Video", idColumns: ["id"] });

  id!: string;
}

export class DoubleUnderscore extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["video", "raw__crop"], idColumns: ["id"] });

  id!: string;
}

export class EmptyPart extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video//crop", idColumns: ["id"] });

  id!: string;
}

export class LeadingDigit extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["2d", "crop"], idColumns: ["id"] });

  id!: string;
}

export class SlashInPart extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["video/raw"], idColumns: ["id"] });

  id!: string;
}

export class NoParts extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: [], idColumns: ["id"] });

  id!: string;
}
