// Stores without a type, such as a stray variable of the environment makes. Metaxy leaves them out with a warning; who
// selects one is told what it lacks.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
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
  return stores.map(([name, { origin }]) => ({
    name,
    variable: origin.variable,
    place: origin.key,
    diagnostics: mistakes.filter(({ path }) => isOfStore(path, name)).map(({ diagnostic }) => diagnostic),
  }));
}

/** True for a mistake in a store's table. */
export function isOfStore(path: Mistake["path"], name: string): boolean {
  return path[0] === "stores" && path[1] === name;
}

/** What is said of one that is not selected. */
export function warnOfIncomplete({ name, variable, place }: IncompleteStore): Diagnostic {
  return diagnose("MXC0130", { store: name, table: `[stores.${name}]`, lacks: "type", variable }, place);
}
