import { BaseSQLModelFeature, FeatureSpec, type Vector } from "metaxy-compile/dsl";

/** A clip and what a model makes of it. */
export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"] });

  clip_id!: string;
  embedding!: Vector<4>;
}
