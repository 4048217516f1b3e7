import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** DuckDB has no autoincrement, which says nothing new about `id`. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: bigint = Field({ autoincrement: true, primaryKey: true });
  number: bigint = Field({ autoincrement: true });
}
