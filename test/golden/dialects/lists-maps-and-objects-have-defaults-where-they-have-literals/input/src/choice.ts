import { BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";

export class Choice extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "choice", idColumns: ["id"] });

  id!: string;
  tags: string[] = Field({ default: ["a", "it's \\ b"] });
  none: string[] = Field({ default: [] });
  weights: Record<string, number> = Field({ default: { "it's": 1.5 } });
  box: { label: string; size: Int64 } = Field({ default: { label: "x'", size: 1n } });
}
