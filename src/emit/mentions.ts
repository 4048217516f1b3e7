// Whether SQL of the author's speaks of a column. What cannot be told from a column counts as one.

import type { Dialect } from "../dialects/dialect.ts";
import { type SqlText, sqlFor } from "../model/sql-text.ts";
import { tokenize } from "./tokens.ts";

/**
 * Looks for a column in an expression, bare or quoted; in a string it is none.
 *
 * @example mentionsColumn({ value: "price > 0", span }, "price", dialects.mysql) // true
 */
export function mentionsColumn(expression: SqlText, column: string, dialect: Dialect): boolean {
  const { lexical, names, answersTo } = dialect;
  const fold = (name: string) => (names.caseInsensitiveColumns ? name.toLowerCase() : name);
  const read = tokenize(sqlFor(expression, answersTo)?.value ?? "", lexical);
  if ("problem" in read) return false;
  return read.tokens.some(({ kind, text }) => {
    if (kind === "symbol" || text.startsWith("'")) return false;
    return fold(kind === "quoted" ? text.slice(1, -1) : text) === fold(column);
  });
}
