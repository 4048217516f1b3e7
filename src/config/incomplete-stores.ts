// Stores without a type, such as a stray variable of the environment makes. Metaxy leaves them out with a warning; who
// selects one is told what it lacks.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { groupBy } from "../model/group-by.ts";
import type { Span } from "../model/span.ts";
import { childOf, type TableNode, tableUnder } from "./tree.ts";
import type { Mistake } from "./validate.ts";

/** A store that cannot be read. */
export interface IncompleteStore {
  readonly name: string;
  /** The environment variable that made it; null for a file. */
  readonly variable: string | null;
  readonly place: Span | null;
  /** What is wrong with it once it is selected. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The stores without a type, with the mistakes that were found in them. */
export function findIncompleteStores(tree: TableNode, mistakes: readonly Mistake[]): readonly IncompleteStore[] {
  const stores = [...(tableUnder(tree, "stores")?.entries ?? [])].filter(([, node]) => childOf(node, "type") === null);
  const ofStores = groupBy(mistakes, storeOf);
  return stores.map(([name, { origin }]) => ({
    name,
    variable: origin.variable,
    place: origin.key,
    diagnostics: (ofStores.get(name) ?? []).map(({ diagnostic }) => diagnostic),
  }));
}

/** The store in whose table a mistake is; null for one elsewhere. */
export function storeOf({ path: [table, name] }: Mistake): string | null {
  return table === "stores" && typeof name === "string" ? name : null;
}

/** What is said of one that is not selected. */
export function warnOfIncomplete({ name, variable, place }: IncompleteStore): Diagnostic {
  return diagnose("MXC0130", { store: name, table: `[stores.${name}]`, lacks: "type", variable }, place);
}
