// MXC1011
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override spec = { key: "rejected", idColumns: ["id"] };
  static {
    Rejected.spec = { key: "other", idColumns: ["id"] };
  }

  id!: string;
}
