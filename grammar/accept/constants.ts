// Illustrates: Constant, Binding, Reference, Shorthand
import { BaseFeature, type FeatureSpecOptions } from "metaxy-compile/dsl";

const key = "constants",
  idColumns: readonly string[] = ["id"];
const options: FeatureSpecOptions = { key, idColumns, fields: undefined };

export class Constants extends BaseFeature {
  static override readonly spec = options;

  id!: string;
}
