import { execSync } from "node:child_process";
import { Worker } from "node:worker_threads";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

execSync("touch canary-spawns");
new Worker("require('node:fs').writeFileSync('canary-worker', '')", { eval: true });
eval("globalThis.process.exit(42)");
new Function("return process")().exit(42);

export class Spawns extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "spawns", idColumns: ["id"] });

  id!: string;
}
