// What only BigQuery refuses: objects nested too deeply.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import type { TableContext } from "./dialect.ts";

/**
 * "A schema cannot contain more than 15 levels of nested RECORD types", in arrays or not
 * (cloud.google.com/bigquery/docs/nested-repeated#limitations).
 */
const MAX_NESTING = 15;

/** Reports columns by their spelled types, in which maps and lists of lists are structs, too. */
export function checkBigqueryTable(table: Table, { dialect, columnTypes }: TableContext): readonly Diagnostic[] {
  const levels = (count: number) => `${count} levels of objects in one another`;
  return table.columns.flatMap(({ name, source }, place) => {
    const nesting = countStructs(columnTypes[place] ?? "");
    if (nesting <= MAX_NESTING) return [];
    const words = { dialect: dialect.title, column: name, found: levels(nesting), limit: levels(MAX_NESTING) };
    return [diagnose("MXC3002", words, source ?? table.source)];
  });
}

/** How many structs are in one another. Names inside of a type hold no angle brackets. */
function countStructs(type: string): number {
  const open: boolean[] = [];
  let structs = 0;
  let deepest = 0;
  for (const [token] of type.matchAll(/STRUCT\s*<|<|>/gi)) {
    if (token !== ">") open.push(token !== "<");
    else if (open.pop() === true) structs--;
    if (token !== ">" && token !== "<") structs++;
    deepest = Math.max(deepest, structs);
  }
  return deepest;
}
