import { BaseFeature } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly project = "media";
  static override readonly spec = { key: "video", idColumns: ["id"] };
  id!: string;
}

export class Clip extends BaseFeature {
  static override readonly spec = { key: "clip", idColumns: ["id"], deps: [Video] };
  id!: string;
}
