// The known name nearest to a misspelt one. The compiler's own version lives with its diagnostics, which user code
// must not load.

/**
 * Ends a message with a suggestion, or with nothing when no candidate is near. Case and underscores are free, so
 * that Python's `id_columns` finds `idColumns`.
 *
 * @example didYouMean("id_column", ["key", "idColumns"]) // "; did you mean 'idColumns'?"
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
  let best = "";
  let bestDistance = Math.floor(word.length * 0.4) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(fold(word), fold(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === "" ? "" : `; did you mean '${best}'?`;
}

function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
