// MXC1020
import { BaseFeature } from "metaxy-compile/dsl";

namespace Names {
  export namespace Video {
    export const KEY = "rejected";
  }
}
import Short = Names.Video;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: Short.KEY, idColumns: ["id"] };

  id!: string;
}
