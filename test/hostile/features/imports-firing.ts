import "./throws.js";
import "./exits.js";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { KEY } from "./pollutes.js";

export class ImportsFiring extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: KEY, idColumns: ["id"] });

  id!: string;
}
