// Whether SQL of the author's speaks of a column. What cannot be told from a column counts as one.

import type { Dialect } from "../dialects/dialect.ts";
import { type SqlText, sqlFor } from "../model/sql-text.ts";
import { lexSql } from "../sql/lex.ts";

/**
 * Looks for a column in an expression, bare or quoted; in a string it is none.
 *
 * @example mentionsColumn({ value: "price > 0", span }, "price", dialects.mysql) // true
 */
export function mentionsColumn(expression: SqlText, column: string, dialect: Dialect): boolean {
  const { lexical, names, answersTo } = dialect;
  const fold = (name: string) => (names.caseInsensitiveColumns ? name.toLowerCase() : name);
  const tokens = lexSql(sqlFor(expression, answersTo)?.value ?? "", lexical);
  return tokens.some(({ kind, text }) => {
    if (kind !== "word" && kind !== "name") return false;
    return fold(kind === "name" ? text.slice(1, -1) : text) === fold(column);
  });
}
