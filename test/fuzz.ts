// How much random input a test tries: METAXY_FUZZ=20 tries twenty times as much as usual.

const factor = Number(process.env.METAXY_FUZZ ?? 1);

/** Options of a property; always the same input for the same number of runs. */
export function fuzz(usualRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 1, numRuns: usualRuns * factor };
}

/** Milliseconds that a property may take which usually takes less than this. */
export function fuzzTimeout(usual: number): number {
  return usual * factor;
}
