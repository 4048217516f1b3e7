// What stands around the columns against the catalog. The engine may add clauses; it may not drop or change any.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import type { CatalogTable, Clauses } from "./catalog.ts";
import { type Context, compareTexts } from "./difference.ts";

/**
 * Compares the clauses of one table.
 *
 * @param expected what was printed, as the engine would say it
 */
export function compareClauses(
  table: Table,
  expected: Clauses,
  found: CatalogTable,
  context: Context,
): readonly Diagnostic[] {
  return Object.entries(expected).flatMap(([words, text]) =>
    compareTexts(`${words} of '${table.name}'`, text, found.clauses[words] ?? "none", table.source, context),
  );
}
