// Random choices that a seed repeats on every machine.

/** A source of choices. */
export interface Random {
  /** An integer from 0 up to but not including `limit`. */
  below(limit: number): number;
  /** True this often, from 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items; there is at least one. */
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** Some of the items, at most so many, in their order. */
  some<T>(items: readonly T[], most: number): T[];
}

/** Starts a sequence of choices (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    some(items, most) {
      const wanted = Math.min(items.length, below(most + 1));
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(below(items.length));
      return items.filter((_, index) => chosen.has(index));
    },
  };
}
