import { BaseSQLModelFeature } from "metaxy-compile/dsl";
import { WithStay } from "./mixins.js";

export = class Visit extends WithStay(BaseSQLModelFeature) {
  static override readonly table = true;
  static override readonly spec = { key: "visit", idColumns: ["id"] };

  id!: string;
};
