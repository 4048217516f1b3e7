import { BaseSQLModelFeature, FeatureSpec, Index, type Json, type Vector } from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"], fields: ["a"] });
  static readonly tableArgs = [
    new Index({ name: "by_cosine", columns: [{ column: "embedding", opclass: "vector_cosine_ops" }], using: "hnsw" }),
    new Index({ name: "by_distance", columns: ["embedding"], using: "ivfflat" }),
    new Index({
      name: "by_half",
      columns: [{ expression: "embedding::halfvec(3)", opclass: "halfvec_ip_ops" }],
      using: "hnsw",
      where: "score > 0",
    }),
    new Index({ name: "by_label", columns: ["labels"], using: "gin" }),
    new Index({ name: "by_path", columns: [{ column: "payload", opclass: "jsonb_path_ops" }, "labels"], using: "gin" }),
    new Index({ name: "by_time", columns: [{ column: "taken", opclass: "timestamptz_minmax_multi_ops" }], using: "brin" }),
    new Index({ name: "by_hash", columns: ["clip_id"], using: "HASH" }),
    new Index({ name: "by_prefix", columns: [{ column: "title", opclass: "text_pattern_ops", descending: true }] }),
    new Index({
      name: "by_order",
      unique: true,
      columns: [
        { column: "score", descending: true, nulls: "last" },
        { column: "title", nulls: "first" },
        { expression: "lower(title)", opclass: "varchar_pattern_ops", nulls: "last" },
      ],
      include: ["taken"],
    }),
  ];

  clip_id!: string;
  title!: string | null;
  score!: number | null;
  taken!: Date;
  labels!: string[];
  payload!: Json;
  embedding!: Vector<3>;
}
