import { BaseSQLModelFeature, Field } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video", idColumns: ["id"] };

  id: string = Field({ primaryKey: true });
}
