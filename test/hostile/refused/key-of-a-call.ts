import { execSync } from "node:child_process";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class KeyOfACall extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: String(execSync("touch canary-call")), idColumns: ["id"] });

  id!: string;
}
