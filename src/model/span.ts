// Places in source text. Offsets count UTF-16 units from 0 and are half open, as in TypeScript, ESTree and LSP.

/** Part of one text: `[start, end)` in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** Part of a named file. `file` is relative to the project's root, with `/`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A value together with the place that wrote it, so that a diagnostic can point at it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Line and column, both counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offset at which each line of a text starts. CR LF, LF and a lone CR end a line. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

/** The position of an offset, by binary search. Offsets past the end land on the last line. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
