// Checks of single option values at run time. Types say the same, but the library is also called from JavaScript and
// with values that were cast. Each check returns the value it was given or throws a ValidationError.

import { didYouMean } from "./did-you-mean.ts";
import { describe, refuse } from "./validation-error.ts";

/** Refuses anything but an object whose every present option is in `names`. Explicit `undefined` counts as absent. */
export function checkOptions(where: string, options: unknown, names: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    refuse(where, `expected an options object, found ${describe(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (names.includes(name) || value === undefined) continue;
    refuse(where, `unknown option '${name}'${didYouMean(name, names)}`);
  }
}

/** Refuses an absent option. */
export function checkPresent<T>(where: string, value: T | undefined): T {
  return value === undefined ? refuse(where, "is required") : value;
}

/** Refuses anything but a string; it may be empty. */
export function checkString(where: string, value: unknown): string {
  return typeof value === "string" ? value : refuse(where, `expected a string, found ${describe(value)}`);
}

/** Refuses an empty or blank string: a column name, an SQL expression needs something in it. */
export function checkText(where: string, value: unknown): string {
  const text = checkString(where, value);
  return text.trim() === "" ? refuse(where, "must not be empty") : text;
}

/** Refuses anything but `true` and `false`. */
export function checkBoolean(where: string, value: unknown): boolean {
  return typeof value === "boolean" ? value : refuse(where, `expected true or false, found ${describe(value)}`);
}

/** Refuses anything but an exact integer of at least `minimum`. */
export function checkInteger(where: string, value: unknown, minimum: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= minimum) return value;
  return refuse(where, `expected an integer from ${minimum}, found ${describe(value)}`);
}

/** Refuses anything but an array. A string is not an array of its characters. */
export function checkArray<T>(where: string, value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : refuse(where, `expected an array, found ${describe(value)}`);
}

/** An array of non-empty strings, copied and frozen. */
export function checkTexts(where: string, value: readonly string[]): readonly string[] {
  return Object.freeze(checkArray(where, value).map((item, index) => checkText(`${where}[${index}]`, item)));
}

/** Refuses a string outside a closed list. */
export function checkOneOf<T extends string>(where: string, value: unknown, choices: readonly T[]): T {
  const text = checkString(where, value);
  const choice = choices.find((candidate) => candidate === text);
  return choice ?? refuse(where, `expected ${choices.join(", ")}, found '${text}'${didYouMean(text, choices)}`);
}

/** Refuses an array that holds a name twice. */
export function checkDistinct(where: string, names: readonly string[], what: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) refuse(where, `${what} '${repeated}' is given twice`);
}

/** The value, checked, or the default when it is absent. `null` is not absent: Python refuses it too. */
export function orDefault<T, D>(value: T | undefined, fallback: D, check: (value: T) => D): D {
  return value === undefined ? fallback : check(value);
}
