// SQL that authors write inside their classes: conditions, expressions, types. Every such text is a `SqlText`, whatever it is for.

import type { Located, Span } from "./span.ts";

/** One text of SQL. */
export interface SqlPiece {
  readonly value: string;
  /** Null where no source wrote it. */
  readonly span: Span | null;
  /** Whether it stands in the source letter for letter between two quotes, so that a part of it has a place of its own. */
  readonly verbatim?: boolean;
}

/** One text for every dialect, or one for each that has it. */
export type SqlText = SqlPiece | Located<{ readonly [dialect: string]: SqlPiece }>;

/** Every text, whatever dialect it is for. */
export function sqlPieces(sql: SqlText): readonly SqlPiece[] {
  return isPiece(sql) ? [sql] : Object.values(sql.value);
}

/** What is written for a dialect; null where it has no text. `names` are those it answers to, its own first. */
export function sqlFor(sql: SqlText, names: readonly string[]): SqlPiece | null {
  if (isPiece(sql)) return sql;
  const name = names.find((each) => Object.hasOwn(sql.value, each));
  return name === undefined ? null : (sql.value[name] ?? null);
}

/** The text of SQL that is settled: after printing there is one. */
export function settledSql(sql: SqlText): string {
  return isPiece(sql) ? sql.value : "";
}

/** The place of a part of a text, or of the whole where the source spells it in another way. */
export function placeInside({ span, verbatim }: SqlPiece, start: number, end: number): Span | null {
  return verbatim === true && span !== null
    ? { file: span.file, start: span.start + 1 + start, end: span.start + 1 + end }
    : span;
}

/** Whether it is one text for every dialect. */
export function isPiece(sql: SqlText): sql is SqlPiece {
  return typeof sql.value === "string";
}
