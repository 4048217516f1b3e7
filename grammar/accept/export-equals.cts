// Illustrates: DefaultExport
import { BaseFeature } from "metaxy-compile/dsl";

export = class extends BaseFeature {
  static override readonly spec = { key: "export_equals", idColumns: ["id"] };

  id!: string;
};
