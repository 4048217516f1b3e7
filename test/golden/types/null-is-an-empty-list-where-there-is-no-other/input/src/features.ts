import { BaseSQLModelFeature, FeatureSpec, Field, type Int32 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"], fields: ["frames"] });

  id!: string;
  rows: (Int32[] | null)[] = Field({ default: [null, [1, 2]] });
  none: string[] | null = null;
  labels: Record<string, string[] | null> = Field({ default: { cat: null } });
  shape: { size: Int32; tags?: string[] } = Field({ default: { size: 1 } });
}
