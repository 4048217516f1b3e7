import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

const options = new Proxy({ key: "proxy", idColumns: ["id"] }, { get: () => process.exit(42) });

export class OptionsOfAProxy extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ ...options });

  id!: string;
}
