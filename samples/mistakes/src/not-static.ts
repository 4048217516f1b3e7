import { BaseSQLModelFeature, FeatureSpec, FieldSpec } from "metaxy-compile/dsl";

function makeKey(name: string): string {
  return `generated/${name}`;
}

/** The key needs a function to run. */
export class CalledKey extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: makeKey("called"), idColumns: ["id"] });

  id!: string;
}

/** The description comes from the environment. */
export class FromEnvironment extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "from-environment",
    idColumns: ["id"],
    description: process.env.DESCRIPTION ?? null,
  });

  id!: string;
}

let codeVersion = "1";

/** The version may have changed by the time it is used. */
export class FromVariable extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "from-variable",
    idColumns: ["id"],
    fields: [new FieldSpec({ key: "text", codeVersion })],
  });

  id!: string;
}

codeVersion = "2";
