import { BaseSQLModelFeature, type Decimal, FeatureSpec, type Int64, type Uuid, type Vector } from "metaxy-compile/dsl";

interface Track {
  id: Uuid;
  /** Null inside of a list, of an object, of a map. */
  labels: Record<string, (string | null)[]> | null;
  boxes: { at: Date; score: Decimal<6, 3> | null }[];
  kind: "person" | "car" | null;
}

export class Scene extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "scene", idColumns: ["id"] });

  id!: string;
  tracks!: Track[];
  maybe!: (Track | null)[] | null;
  grid!: Int64[][][];
  by_name!: Map<string, Map<string, number[]>>;
  clips!: { frames: { embedding: Vector<3> }[] };
}
