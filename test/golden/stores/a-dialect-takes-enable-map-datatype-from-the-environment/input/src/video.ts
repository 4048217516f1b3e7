import { BaseSQLModelFeature } from "metaxy-compile/dsl";

/** Fields of several parts are one member each. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video", idColumns: ["id"], fields: ["frames", "audio/left-ear", "order"] };

  id!: string;
}
