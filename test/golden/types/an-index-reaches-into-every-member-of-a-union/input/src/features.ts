import { BaseSQLModelFeature, type DateOnly, FeatureSpec, type Int64 } from "metaxy-compile/dsl";

type Lists = [DateOnly[], readonly DateOnly[]][number];

type Places = { kind: "point"; at: Int64 } | { kind: "range"; at: Int64; to: Int64 };

export class Indexed extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "indexed", idColumns: ["id"] });

  id!: string;
  day!: Lists[number];
  kind!: Places["kind"];
  at!: Places["at"];
}
