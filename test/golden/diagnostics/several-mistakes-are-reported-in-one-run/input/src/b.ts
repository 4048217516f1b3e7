import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

function makeKey(name: string): string {
  return name;
}

let mutable = "id";

export class Called extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: makeKey("called"), idColumns: ["id"] });

  id!: string;
}

export class Reassigned extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "reassigned", idColumns: [mutable] });

  id!: string;
}

export class Fine extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "fine", idColumns: ["id"] });

  id!: string;
}
