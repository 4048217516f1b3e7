import { writeFileSync } from "node:fs";
import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

const trap = {
  get key(): string {
    writeFileSync("canary-getter", "a getter of the user's ran");
    return "getter";
  },
  toString: () => process.exit(42),
};

export class KeyOfAGetter extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: trap.key, idColumns: [`${trap}`] });

  id!: string;
}
