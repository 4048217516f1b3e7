// How much random input a test tries, and which: METAXY_FUZZ=20 tries twenty times as much as usual, METAXY_FUZZ_SEED=2
// tries other input. `npm run fuzz` sets both.

const factor = Number(process.env.METAXY_FUZZ ?? 1);
const chosen = Number(process.env.METAXY_FUZZ_SEED ?? 1);

/** Options of a property; always the same input for the same number of runs. */
export function fuzz(usualRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: chosen, numRuns: usualRuns * factor };
}

/** The seeds of a loop, others for every METAXY_FUZZ_SEED. */
export function seeds(usualRuns: number): readonly number[] {
  const length = usualRuns * factor;
  return Array.from({ length }, (_, index) => (chosen - 1) * length + index + 1);
}

/** Milliseconds that a property may take which usually takes less than this. */
export function fuzzTimeout(usual: number): number {
  return usual * factor;
}
