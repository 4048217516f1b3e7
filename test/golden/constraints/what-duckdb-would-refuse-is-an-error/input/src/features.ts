import { BaseSQLModelFeature, FeatureSpec, Field, Index, type Int64 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  static override readonly tableArgs = [new Index(null, "tags"), new Index({ columns: ["path"], unique: true, where: "path <> ''" })];

  id!: string;
  tags!: string[];
  path!: string;
  number: Int64 = Field({ autoincrement: true });
}
