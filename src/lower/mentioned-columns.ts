// Which columns an author's SQL speaks of, as far as a name that is made of them wants to know.

import { type SqlText, sqlPieces } from "../model/sql-text.ts";
import { type ColumnName, findColumnName } from "./columns.ts";

/** A string, which holds no name; a quoted name; a bare one. */
const PIECE = /'(?:[^']|'')*'|"((?:[^"]|"")+)"|`([^`]+)`|([\p{L}_][\p{L}\p{N}_$]*)/gu;

/**
 * The SQL names of the columns that an expression names, in the order in which it does, each once, whatever dialect it is for.
 *
 * @example findMentioned({ value: "duration > 0 AND codec <> 'path'", span }, columns) // ["duration", "codec"]
 */
export function findMentioned(sql: SqlText, columns: readonly ColumnName[]): readonly string[] {
  const text = sqlPieces(sql)
    .map(({ value }) => value)
    .join(" ");
  const words = [...text.matchAll(PIECE)].map(
    ([, double, back, bare]) => double?.replaceAll('""', '"') ?? back ?? bare,
  );
  return [...new Set(words.flatMap((word) => (word === undefined ? [] : (findColumnName(columns, word) ?? []))))];
}
