import { BaseFeature } from "metaxy-compile/dsl";

export default class extends BaseFeature {
  static override spec = { key: "changed_elsewhere", idColumns: ["id"] };

  id!: string;
}
