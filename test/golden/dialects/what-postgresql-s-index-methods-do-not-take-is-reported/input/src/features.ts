import { BaseSQLModelFeature, FeatureSpec, Index, type Json, type Vector } from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["clip_id"], fields: ["a"] });
  static readonly tableArgs = [
    new Index({ name: "a", columns: ["embedding"], using: "hnsw" }),
    new Index({ name: "b", columns: [{ expression: "embedding vector_cosine_ops" }], using: "hnsw" }),
    new Index({ name: "c", columns: [{ column: "embedding", opclass: "vector_cosin_ops" }], using: "hnsw" }),
    new Index({ name: "d", columns: [{ column: "title", opclass: "vector_cosine_ops" }], using: "hnsw" }),
    new Index({ name: "e", columns: [{ column: "large", opclass: "vector_l2_ops" }], using: "hnsw" }),
    new Index({ name: "f", columns: [{ expression: "embedding::halfvec(3)" }], using: "hnsw" }),
    new Index({ name: "g", columns: ["title"], using: "gin" }),
    new Index({ name: "h", columns: ["flag"], using: "brin" }),
    new Index({ name: "i", columns: ["payload"], using: "gist" }),
    new Index({ name: "j", columns: ["title"], using: "hsah" }),
    new Index({ name: "k", columns: ["title", "flag"], using: "hash", unique: true, include: ["flag"] }),
    new Index({ name: "l", columns: [{ column: "title", descending: true, nulls: "last" }], using: "brin" }),
    new Index({ name: "m", columns: [{ column: "title", opclass: "gin_trgm_ops" }], using: "gin" }),
    new Index({ name: "n", columns: [{ column: "title", opclass: "text_ops; DROP TABLE clip" }] }),
    new Index({ name: "o", columns: [{ column: "title", opclass: "jsonb_path_ops" }] }),
  ];

  clip_id!: string;
  title!: string;
  flag!: boolean;
  payload!: Json;
  embedding!: Vector<3>;
  large!: Vector<2001>;
}
