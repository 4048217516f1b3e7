import { writeFileSync } from "node:fs";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class StaticBlock extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "static-block", idColumns: ["id"] });
  static readonly counted = writeFileSync("canary-static", "an initializer of the user's ran");
  static {
    writeFileSync("canary-block", "a static block of the user's ran");
    throw new Error("a static block of the user's ran");
  }

  id!: string;
  #secret = writeFileSync("canary-field", "an initializer of the user's ran");

  constructor() {
    super();
    throw new Error("a constructor of the user's ran");
  }
}
