import { BaseSQLModelFeature } from "metaxy-compile/dsl";

type Constructor = abstract new (...args: any[]) => object;

export abstract class Identified<Id = string> extends BaseSQLModelFeature {
  id!: Id;
}

export function WithDeletion<T extends Constructor>(Base: T) {
  abstract class Deletable extends Base {
    deleted!: boolean;
  }
  return Deletable;
}

/** The name of its type parameter is taken: it hides this alias. */
type Rank = boolean;
export const rankOfAnybody: Rank = true;

export function WithRank<T extends Constructor, Rank>(Base: T) {
  abstract class Ranked extends Base {
    rank!: Rank;
  }
  return Ranked;
}

export function WithRanks<T extends Constructor, Item = string>(Base: T) {
  return class extends WithRank<T, Item[]>(Base) {
    best!: Item;
  };
}
