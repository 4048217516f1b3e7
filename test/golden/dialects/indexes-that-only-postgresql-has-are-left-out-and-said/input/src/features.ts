import { BaseSQLModelFeature, FeatureSpec, Index, type Vector } from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"], fields: ["a"] });
  static readonly tableArgs = [
    new Index({ name: "by_cosine", columns: [{ column: "embedding", opclass: "vector_cosine_ops" }], using: "hnsw" }),
    new Index({ name: "by_title", columns: [{ column: "title", opclass: "text_pattern_ops", nulls: "first" }] }),
    new Index({ name: "by_hash", columns: ["size"], using: "hash" }),
  ];

  clip_id!: string;
  title!: string;
  size!: number;
  embedding!: Vector<3>;
}
