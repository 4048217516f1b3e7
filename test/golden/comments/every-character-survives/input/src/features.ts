import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** It's "quoted", back\slashed\\, -- dashed, $$ and %s and ${braced} and 日本 and 🎬. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id: string = Field({ description: "line one\nline two\ttab\\" });
  semicolon: string = Field({ description: "'; DROP TABLE video; --" });
}
