import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

while (true) {
  // Whoever runs this waits for ever.
}

export class NeverEnds extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "never-ends", idColumns: ["id"] });

  id!: string;
}
