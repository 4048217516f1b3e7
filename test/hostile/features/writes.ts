import { writeFileSync } from "node:fs";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

writeFileSync("canary-writes", "a module of the user's ran");

export class Writes extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "writes", idColumns: ["id"] });

  id!: string;
}
