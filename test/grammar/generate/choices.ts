// Random decisions that can be written down, replayed and made smaller: a program is a function of a list of numbers, and
// a number nearer to 0 means something simpler.

/** Decisions, each a number from 0 to below 1. */
export interface Choices {
  next(): number;
  /** What was decided so far. */
  readonly taken: readonly number[];
}

/** Random decisions; the same ones for the same seed. */
export function randomChoices(seed: number): Choices {
  let state = seed >>> 0;
  // mulberry32
  return recording(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}

/** The decisions of a list, then the simplest ones. */
export function replayedChoices(list: readonly number[]): Choices {
  let at = 0;
  return recording(() => list[at++] ?? 0);
}

function recording(draw: () => number): Choices {
  const taken: number[] = [];
  const next = () => {
    const drawn = draw();
    taken.push(drawn);
    return drawn;
  };
  return { next, taken };
}

/** True with a probability; false is simpler. */
export function chance(choices: Choices, probability: number): boolean {
  return choices.next() > 1 - probability;
}

/** A whole number from `least` to `most`; smaller is simpler. */
export function integer(choices: Choices, least: number, most: number): number {
  return least + Math.floor(choices.next() * (most - least + 1));
}

/** One of a list; earlier is simpler. */
export function pick<T>(choices: Choices, list: readonly T[]): T {
  if (list.length === 0) throw new Error("nothing to pick from");
  return list[integer(choices, 0, list.length - 1)] as T;
}

/** A list in any order; as it is, is simplest. */
export function shuffle<T>(choices: Choices, list: readonly T[]): readonly T[] {
  const shuffled: T[] = [];
  for (const [index, item] of list.entries()) shuffled.splice(index - integer(choices, 0, index), 0, item);
  return shuffled;
}

/** The list cut into consecutive, non-empty pieces. */
export function cut<T>(choices: Choices, list: readonly T[], pieces: number): readonly (readonly T[])[] {
  const ends = new Set([list.length]);
  for (let each = 1; each < pieces; each++) ends.add(integer(choices, 1, Math.max(1, list.length - 1)));
  let start = 0;
  return [...ends]
    .sort((a, b) => a - b)
    .map((end) => {
      const piece = list.slice(start, end);
      start = end;
      return piece;
    });
}

/**
 * A shorter and simpler list of decisions that still fails.
 *
 * @param fails Whether a list shows the failure; it is asked about a few hundred lists.
 */
export function minimize(list: readonly number[], fails: (list: readonly number[]) => boolean): readonly number[] {
  let best = list;
  let tries = 0;
  const attempt = (candidate: readonly number[]): boolean => {
    if (tries++ > 600 || !fails(candidate)) return false;
    best = candidate;
    return true;
  };
  for (let size = best.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = best.length - size; start >= 0; start -= size) {
      if (!attempt([...best.slice(0, start), ...best.slice(start + size)])) {
        const zeros = best.slice(start, start + size).map(() => 0);
        if (best.slice(start, start + size).some((value) => value > 0)) {
          attempt([...best.slice(0, start), ...zeros, ...best.slice(start + size)]);
        }
      }
    }
  }
  return best;
}
