// Illustrates: Namespace
import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

namespace Keys.Video {
  export const RAW = "raw_video";
}

export namespace Features {
  const idColumns = ["id"];
  export class Raw extends BaseFeature {
    static override readonly spec = new FeatureSpec({ key: Keys.Video.RAW, idColumns });

    id!: string;
  }
}
