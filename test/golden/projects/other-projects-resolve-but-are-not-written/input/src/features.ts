import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Raw extends BaseSQLModelFeature {
  static readonly project = "ingest";
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "raw", idColumns: ["video_id"], fields: ["frames"] });

  video_id!: string;
}

export class Crop extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "crop", idColumns: ["video_id"], deps: [Raw], fields: ["frames"] });

  video_id!: string;
}
