import { BaseSQLModelFeature, FeatureSpec, Field, type Int32 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"], fields: ["frames"] });

  id!: string;
  tags: (string | null)[] = Field({ default: ["a", null] });
  byLabel: Record<string, (string | null)[]> = Field({ default: { cat: [null] } });
  rows: (Int32[] | null)[] = Field({ default: [null, [1]] });
}
