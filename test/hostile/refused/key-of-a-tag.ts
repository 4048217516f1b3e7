import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

const tag = (): string => process.exit(42);

export class KeyOfATag extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: tag`key`, idColumns: [await import("./exits.js")] });

  id!: string;
}
