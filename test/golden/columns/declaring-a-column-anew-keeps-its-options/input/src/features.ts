import { BaseSQLModelFeature, FeatureSpec, Field, type Int32 } from "metaxy-compile/dsl";

const SIZE = 1;

abstract class Ranked extends BaseSQLModelFeature {
  /** How good it is. */
  rank: number | null = Field({ name: "rank_of_all", index: true, default: SIZE });
  size: number = Field({ index: true });
}

abstract class NarrowlyRanked extends Ranked {
  declare rank: number;
}

export class Declared extends NarrowlyRanked {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "declared", idColumns: ["id"] });
  declare id: string;
  declare rank: Int32;
}

/** A property of its own starts anew. */
export class Overridden extends NarrowlyRanked {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "overridden", idColumns: ["id"] });
  id!: string;
  override rank!: Int32;
  override size: Int32 = Field({ unique: true });
}
