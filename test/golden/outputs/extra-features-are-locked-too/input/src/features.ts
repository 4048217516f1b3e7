import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

class Recording extends BaseFeature {
  static override readonly project = "media";
  static override readonly spec = new FeatureSpec({ key: "audio/recording", idColumns: ["id"] });
  id!: string;
}

/** Asked for by its key, and with it what it depends on. */
class RawAudio extends BaseFeature {
  static override readonly project = "media";
  static override readonly spec = new FeatureSpec({ key: "audio/raw", idColumns: ["id"], deps: [Recording] });
  id!: string;
}

/** Nobody asks for it. */
class Noise extends BaseFeature {
  static override readonly project = "media";
  static override readonly spec = new FeatureSpec({ key: "audio/noise", idColumns: ["id"], deps: [Recording] });
  id!: string;
}

/** Asked for by its project. */
class Scene extends BaseFeature {
  static override readonly project = "studio";
  static override readonly spec = new FeatureSpec({ key: "scene", idColumns: ["id"] });
  id!: string;
}

/** Needs nothing. */
export class Order extends BaseFeature {
  static override readonly project = "shop";
  static override readonly spec = new FeatureSpec({ key: "order", idColumns: ["id"] });
  id!: string;
}
