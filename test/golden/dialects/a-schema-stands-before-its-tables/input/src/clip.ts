import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** In a schema that has to be there. */
export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"] });
  static override readonly tableArgs = [{ schema: "media" }];

  clip_id: string = Field({ primaryKey: true });
  path: string = Field({ index: true, maxLength: 100 });
}
