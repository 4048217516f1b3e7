import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

type E = "a" | "b";

export class Enums extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "enums", idColumns: ["id"] });
  id!: string;
  plain!: E[];
  with_null!: (E | null)[];
  nested!: E[][];
}
