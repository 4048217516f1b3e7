import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";
import { fire } from "../fire.mjs";

export class DefaultsOfCalls extends BaseSQLModelFeature {
  static override readonly table = fire("table") !== "";
  static override readonly spec = new FeatureSpec({ key: "defaults-of-calls", idColumns: ["id"] });

  id: string = fire("initialiser");
  [fire("column-name")]!: string;
  static readonly [fire("static-key")] = 1;
  note: string = Field({ default: { toString: () => fire("default") } });
}
