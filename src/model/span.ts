// Places in source text. Offsets count UTF-16 units from 0 and are half open, as in TypeScript, ESTree and LSP.

/**
 * Part of one text: `[start, end)` in UTF-16 units. Made by {@link rangeFrom}, read by {@link rangeStart} and
 * {@link rangeEnd}. Nearly all ranges are one small number, because every node of a summary has one: as objects they
 * would be half of what the compiler holds.
 */
export type Range = number | readonly [start: number, end: number];

/** Ranges shorter than this … */
const MAX_PACKED_LENGTH = 1 << 10;
/** … that start before this are packed: together they fill the 31 bits of a small integer. */
const MAX_PACKED_START = 1 << 21;

/** The range between two offsets. */
export function rangeFrom(start: number, end: number): Range {
  const length = end - start;
  const fits = start < MAX_PACKED_START && length >= 0 && length < MAX_PACKED_LENGTH;
  return fits ? start * MAX_PACKED_LENGTH + length : [start, end];
}

/** The offset a range starts at. */
export function rangeStart(range: Range): number {
  return typeof range === "number" ? range >> 10 : range[0];
}

/** The offset a range ends before. */
export function rangeEnd(range: Range): number {
  return typeof range === "number" ? (range >> 10) + (range & (MAX_PACKED_LENGTH - 1)) : range[1];
}

/** Part of a named file. `file` is relative to the project's root, with `/`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Whether two spans are one place. */
export function isSameSpan(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** The place of a range in a file. */
export function spanAt(file: string, range: Range): Span {
  return { file, start: rangeStart(range), end: rangeEnd(range) };
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
  // Without the room that growing left in it: every module keeps its own.
  return starts.slice();
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
