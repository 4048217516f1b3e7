import { BaseSQLModelFeature, FeatureSpec, Field, Index } from "metaxy-compile/dsl";

export class Box extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "box", idColumns: ["id"], fields: ["a"] });
  static readonly tableArgs = [new Index({ name: "Primary", columns: ["xmax"] })];

  id!: string;
  xmin!: number;
  xmax: number = Field({ name: "x_max" });
  owner: string = Field({ name: "tableoid" });
  oid!: bigint;
  rowid!: bigint;
  _part!: string;
  _row_exists!: boolean;
  db_row_id!: bigint;
}
