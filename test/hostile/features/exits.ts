import process from "node:process";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

process.exit(42);
process.kill(process.pid, "SIGKILL");

export class Exits extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "exits", idColumns: ["id"] });

  id!: string;
}
