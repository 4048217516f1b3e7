import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

declare const first: typeof second;
declare const second: (typeof first)[];

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
  column!: typeof first;
}
