import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
import "./other.js";
import { columns, options } from "./shared.js";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: options.key, idColumns: columns });

  id!: string;
}
