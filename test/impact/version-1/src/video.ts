import { BaseSQLModelFeature, FeatureSpec, Field, Index, type Int64 } from "metaxy-compile/dsl";

/** A video. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [new Index({ columns: ["title"], where: "frames > 0" })];
  id!: string;
  title?: string;
  frames: Int64 = Field({ default: 0 });
  boxes!: { label: string; corners: (number | null)[] }[];
}
