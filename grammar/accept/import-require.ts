// Illustrates: RequireImport, AliasImport
import { BaseFeature } from "metaxy-compile/dsl";
import assigned = require("./shared/assigned.cjs");

namespace Keys {
  export const CLIP = "clip_required";
}
import CLIP = Keys.CLIP;

export class Required extends BaseFeature {
  static override readonly spec = { key: CLIP, idColumns: ["id"], metadata: { version: assigned.version } };

  id!: string;
}
