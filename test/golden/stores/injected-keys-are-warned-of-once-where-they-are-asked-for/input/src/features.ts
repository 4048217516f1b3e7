import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video", idColumns: ["id"] };

  id!: string;
}

export class Audio extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "audio", idColumns: ["id"] };

  id!: string;
}
