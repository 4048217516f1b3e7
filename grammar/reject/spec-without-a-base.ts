// MXC1051
import { FeatureSpec } from "metaxy-compile/dsl";

export class Rejected {
  static readonly spec = new FeatureSpec({ key: "rejected", idColumns: ["id"] });

  id!: string;
}
