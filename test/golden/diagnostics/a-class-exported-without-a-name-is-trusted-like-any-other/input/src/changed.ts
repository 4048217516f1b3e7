import { BaseFeature } from "metaxy-compile/dsl";

export default class extends BaseFeature {
  static override spec = { key: "changed", idColumns: ["id"] };
  static {
    this.spec.key = "other";
  }

  id!: string;
}
