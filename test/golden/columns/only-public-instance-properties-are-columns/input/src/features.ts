import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });
  static readonly helper: string = "not a column";

  declare video_id: string;
  path!: string;
  title?: string;
  language: string = "en";
  score: number = Field({ nullable: true });
  #cache = new Map<string, string>();

  get name(): string {
    return this.path;
  }

  method(): number {
    return this.#cache.size;
  }
}
