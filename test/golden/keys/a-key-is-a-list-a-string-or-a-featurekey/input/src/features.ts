import { BaseFeature, FeatureKey, FeatureSpec } from "metaxy-compile/dsl";

export class AsList extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: ["as", "list"], idColumns: ["id"] });

  id!: string;
}

export class AsString extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "as/string", idColumns: ["id"] });

  id!: string;
}

export class AsKey extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: new FeatureKey(["as", "key"]), idColumns: ["id"] });

  id!: string;
}

export class AsKeyOfString extends BaseFeature {
  static override readonly spec = { key: new FeatureKey("as/key-of/string"), idColumns: ["id"] };

  id!: string;
}
