// Two operands and an operator with a given result, as JavaScript computes it.

import { type Choices, integer, shuffle } from "./choices.ts";

/** An operation. */
export interface Operands {
  readonly operator: string;
  readonly values: readonly (number | bigint)[];
}

/** An operation on numbers with one of the operators; null when none comes to mind. */
export function numberOperands(choices: Choices, result: number, operators: readonly string[]): Operands | null {
  const small = integer(choices, 1, 9);
  const some = integer(choices, 0, 0xffff);
  const candidates: Readonly<Record<string, () => readonly [number, number]>> = {
    "|": () => [result & some, result & ~some],
    "^": () => [result ^ some, some],
    "&": () => [result | (some & ~result & 0x5555), result | (some & ~result & 0xaaaa)],
    "<<": () => [result >> small, small],
    ">>": () => [result << small, small],
    ">>>": () => [result << small, small],
    "+": () => [result - small, small],
    "-": () => [result + small, small],
    "*": () => [result / small, small],
    "/": () => [result * small, small],
    "%": () => [result, Math.abs(result) + small],
    "**": () => (Number.isInteger(Math.sqrt(result)) ? [Math.sqrt(result), 2] : [result, 1]),
  };
  return firstExact(choices, operators, candidates, (operator, [a, b]) => isSame(onNumbers(operator, a, b), result));
}

/** As {@link numberOperands}, of bigints. */
export function bigintOperands(choices: Choices, result: bigint, operators: readonly string[]): Operands | null {
  const small = BigInt(integer(choices, 1, 9));
  const some = BigInt(integer(choices, 0, 0xffff));
  const candidates: Readonly<Record<string, () => readonly [bigint, bigint]>> = {
    "|": () => [result & some, result & ~some],
    "^": () => [result ^ some, some],
    "&": () => [result | (some & ~result & 0x5555n), result | (some & ~result & 0xaaaan)],
    "<<": () => [result >> small, small],
    ">>": () => [result << small, small],
    "+": () => [result - small, small],
    "-": () => [result + small, small],
    "*": () => [result / small, small],
    "/": () => [result * small, small],
    "%": () => [result, (result < 0n ? -result : result) + small],
    "**": () => [result, 1n],
  };
  return firstExact(choices, operators, candidates, (operator, [a, b]) => onBigints(operator, a, b) === result);
}

function firstExact<T extends number | bigint>(
  choices: Choices,
  operators: readonly string[],
  candidates: Readonly<Record<string, () => readonly [T, T]>>,
  holds: (operator: string, values: readonly [T, T]) => boolean,
): Operands | null {
  for (const operator of shuffle(choices, operators)) {
    const values = candidates[operator]?.();
    if (values !== undefined && holds(operator, values)) return { operator, values };
  }
  return null;
}

function isSame(a: number, b: number): boolean {
  return Object.is(a, b);
}

/** Only operators and numbers stand in the text that is run. */
function onNumbers(operator: string, a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b)
    ? (new Function("a", "b", `return a ${operator} b`)(a, b) as number)
    : Number.NaN;
}

function onBigints(operator: string, a: bigint, b: bigint): bigint {
  return new Function("a", "b", `return a ${operator} b`)(a, b) as bigint;
}
