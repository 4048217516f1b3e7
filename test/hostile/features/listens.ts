import { createServer, connect } from "node:net";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

createServer().listen(0);
connect(9, "127.0.0.1");
await fetch("http://127.0.0.1:9/canary");

export class Listens extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "listens", idColumns: ["id"] });

  id!: string;
}
