import { BaseSQLModelFeature, FeatureSpec, type Vector } from "metaxy-compile/dsl";

export class Image extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "image", idColumns: ["id"] });

  id!: string;
  embedding!: Vector<768>;
}
