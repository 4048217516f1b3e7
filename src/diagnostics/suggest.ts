// "Did you mean …?": the known name closest to a misspelt one.

import { compareText } from "../model/text-order.ts";

/** Longer words are not misspelt names. */
const MAX_LENGTH = 100;

/**
 * The best candidate within edit distance `0.4 · length + 1` (transpositions count one), or null.
 * Case differences are free, ties go to code-point order.
 *
 * @example suggest("idColumn", ["key", "idColumns"]) // "idColumns"
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let limit = Math.floor(word.length * 0.4) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance > limit || (distance === limit && best !== null && compareText(best, candidate) <= 0)) continue;
    best = candidate;
    limit = distance;
  }
  return best;
}

/** `; did you mean 'x'?` or nothing, to end a help text with. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = suggest(word, candidates);
  return found === null ? "" : `did you mean '${found}'?`;
}

/** Optimal string alignment distance, or some number above the limit where it is above. */
function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A transposition reaches back two rows, so the row before counts as well.
    if (least > limit + 1) return least;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
