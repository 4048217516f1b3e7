import { writeFileSync } from "node:fs";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

function fire(..._target: unknown[]): never {
  writeFileSync("canary-decorated", "a decorator of the user's ran");
  throw new Error("a decorator of the user's ran");
}

@fire
export class Decorated extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "decorated", idColumns: ["id"] });

  @fire
  id!: string;

  @fire
  get label(): string {
    return fire();
  }
}
