// MXC1031
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends Other {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}

class Other extends Rejected {}
