import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class LineFeed extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["video\nerror: none", "raw"], idColumns: ["id"] });

  id!: string;
}

export class Escape extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "esc\u001b[2J", idColumns: ["id"] });

  id!: string;
}

export class TurnedAround extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "a", idColumns: ["\u202e"] });
}
