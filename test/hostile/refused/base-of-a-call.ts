import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { fire } from "../fire.mjs";

const makeBase = () => {
  fire("base");
  return BaseSQLModelFeature;
};

export class BaseOfACall extends makeBase() {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "base-of-a-call", idColumns: ["id"] });

  id!: string;
}
