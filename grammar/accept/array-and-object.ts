// Illustrates: Array, Items, Item, Spread, Object, Property, Pair, ComputedPair, Shorthand
import { BaseFeature } from "metaxy-compile/dsl";

const idColumns = ["id"];
const shared = { fields: ["a"], metadata: { version: 1 } };
const OWNER = "owner";

export class Containers extends BaseFeature {
  static override readonly spec = {
    ...shared,
    key: "containers",
    idColumns: [...idColumns, "part"],
    metadata: { ...shared.metadata, [`${OWNER}s`]: [], [OWNER]: {}, OWNER },
  };

  id!: string;
  part!: string;
}
