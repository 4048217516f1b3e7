// MXC1012
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends Base {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}

abstract class Base extends BaseFeature {}
