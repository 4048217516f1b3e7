// Texts on their way to the disk and back, a piece at a time: a large document is never held as a whole.

import { type Chunk, textOfChunk } from "../model/output.ts";

/** How many bytes a piece has at most, unless a single chunk has more. */
export const PIECE = 1 << 18;

/** No UTF-16 unit takes more bytes than this in UTF-8. */
const BYTES_PER_UNIT = 3;

/** Is told of every chunk and how many bytes it took. */
export type Measure = (chunk: Chunk, bytes: number) => void;

/** Texts one after the other in UTF-8. A piece is good until the next one is asked for. */
export function* encodePieces(chunks: Iterable<Chunk>, measure?: Measure): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(PIECE);
  let used = 0;
  for (const chunk of chunks) {
    const text = textOfChunk(chunk);
    const room = text.length * BYTES_PER_UNIT;
    if (used + room > PIECE) {
      yield buffer.subarray(0, used);
      used = 0;
    }
    if (room > PIECE) {
      const bytes = Buffer.from(text);
      measure?.(chunk, bytes.length);
      yield bytes;
    } else {
      const written = buffer.write(text, used);
      measure?.(chunk, written);
      used += written;
    }
  }
  yield buffer.subarray(0, used);
}

/** Whether two sequences of pieces, however they are cut, hold the same bytes. Stops at the first difference. */
export function sameBytes(left: Iterable<Uint8Array>, right: Iterable<Uint8Array>): boolean {
  const rest = right[Symbol.iterator]();
  let other: Uint8Array | null = new Uint8Array();
  for (let piece of left) {
    while (piece.length > 0) {
      other = nextBytes(other, rest);
      if (other === null) return false;
      const length = Math.min(piece.length, other.length);
      if (Buffer.compare(piece.subarray(0, length), other.subarray(0, length)) !== 0) return false;
      piece = piece.subarray(length);
      other = other.subarray(length);
    }
  }
  return nextBytes(other, rest) === null;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** The pieces with LF in the place of each CR LF. */
export function* withLineFeeds(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  // A piece may end between the two.
  let isWaiting = false;
  for (const piece of pieces) {
    if (isWaiting && piece[0] !== LINE_FEED && piece.length > 0) yield Uint8Array.of(CARRIAGE_RETURN);
    isWaiting &&= piece.length === 0;
    let start = 0;
    for (let at = piece.indexOf(CARRIAGE_RETURN); at >= 0; at = piece.indexOf(CARRIAGE_RETURN, at + 1)) {
      if (at + 1 < piece.length && piece[at + 1] !== LINE_FEED) continue;
      yield piece.subarray(start, at);
      start = at + 1;
      isWaiting = start === piece.length;
    }
    yield piece.subarray(start);
  }
  if (isWaiting) yield Uint8Array.of(CARRIAGE_RETURN);
}

/** What is left of a piece, else the next one that is not empty; null at the end. */
function nextBytes(piece: Uint8Array | null, rest: Iterator<Uint8Array>): Uint8Array | null {
  for (let bytes = piece; bytes !== null; ) {
    if (bytes.length > 0) return bytes;
    const next = rest.next();
    bytes = next.done ? null : next.value;
  }
  return null;
}
