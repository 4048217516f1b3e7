import { BaseSQLModelFeature, CheckConstraint, FeatureSpec, Field, Index, UniqueConstraint } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video/raw", idColumns: ["video_id"] });
  static override readonly tableArgs = [
    new Index(null, "owner", "path"),
    new Index("by_owner", "owner"),
    new UniqueConstraint("owner", "path"),
    new CheckConstraint({ name: "size", expression: "size > 0" }),
  ];

  video_id!: string;
  owner!: string;
  path: string = Field({ unique: true });
  size: number = Field({ index: true });
}
