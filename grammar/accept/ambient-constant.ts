// Illustrates: AmbientConstant
import { BaseFeature } from "metaxy-compile/dsl";

declare const KEY: "ambient";

export class Ambient extends BaseFeature {
  static override readonly spec = { key: KEY, idColumns: ["id"] };

  id!: string;
}
