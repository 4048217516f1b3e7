import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

/** Objects, maps and lists of lists: sixteen in one another. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });

  video_id!: string;
  objects!: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: string } } }[] } }[] } }[] } }[] } }[] } }[] } }[] };
  maps!: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: Record<string, { x: string }> } }[] } }[] } }[] } }[] } }[] } }[] } }[];
  lists!: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: { x: string[][] } } }[] } }[] } }[] } }[] } }[] } }[] } }[];
}
