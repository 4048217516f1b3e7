// Illustrates: Value, Circuit, Coalesce, LogicalOr, LogicalAnd
import { BaseFeature } from "metaxy-compile/dsl";

const DEBUG: boolean = false;
const OWNER: string | null = null;

export class Branches extends BaseFeature {
  static override readonly spec = {
    key: DEBUG ? "debug" : "branches",
    idColumns: ["id"],
    metadata: { owner: OWNER ?? "nobody", level: (DEBUG && 2) || 1 },
  };

  id!: string;
}
