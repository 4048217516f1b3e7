// Calls whose effect on what they are given is known: methods of arrays and strings, and a few global functions.
// Everything else may change its receiver and its arguments.

/** What a call does to its receiver or its arguments. */
export type Effect =
  /** Looks at it; the result holds no part of it. */
  | "reads"
  /** Looks at it, and shows it to a function that is given too. */
  | "shows"
  /** The result holds its elements. */
  | "copies"
  /** Hands its elements to a function, and itself as a later argument. */
  | "visits"
  /** Writes to the first of them. */
  | "writes"
  /** Anything. */
  | "unknown";

const METHODS: ReadonlyMap<string, Effect> = new Map([
  ...effects(
    "reads",
    "charAt charCodeAt codePointAt endsWith has hasOwnProperty includes indexOf isPrototypeOf join keys lastIndexOf",
    "localeCompare match matchAll normalize padEnd padStart propertyIsEnumerable repeat replace replaceAll search split",
    "startsWith substring toExponential toFixed toLocaleString toLowerCase toPrecision toString toUpperCase trim trimEnd",
    "trimStart",
  ),
  ...effects("copies", "at concat entries flat get slice toReversed toSpliced values with"),
  ...effects(
    "visits",
    "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some toSorted",
  ),
]);

const FUNCTIONS: ReadonlyMap<string, Effect> = new Map([
  ...effects(
    "reads",
    "Array.isArray BigInt Boolean Date Math.max Math.min Number Number.isFinite Number.isInteger",
    "Number.isSafeInteger Object.getOwnPropertyNames Object.hasOwn Object.is Object.isFrozen Object.keys RegExp String",
    "console.debug console.error console.info console.log console.table console.warn isFinite isNaN parseFloat parseInt",
    "structuredClone",
  ),
  ...effects("shows", "JSON.stringify"),
  ...effects(
    "writes",
    "Object.assign Object.defineProperties Object.defineProperty Object.setPrototypeOf Reflect.defineProperty",
    "Reflect.deleteProperty Reflect.set Reflect.setPrototypeOf",
  ),
  ...effects("copies", "Array.from Map Object.entries Object.fromEntries Object.values Set WeakSet"),
]);

function effects(effect: Effect, ...names: readonly string[]): readonly (readonly [string, Effect])[] {
  return names.flatMap((line) => line.split(" ")).map((name) => [name, effect]);
}

/** What a method of an array or a string does to its receiver. */
export function methodEffect(name: string): Effect {
  return METHODS.get(name) ?? "unknown";
}

/**
 * What a global function or constructor does to its arguments.
 *
 * @param name Dotted, e.g. `Object.keys`; the caller has made sure that it is the global.
 */
export function globalEffect(name: string): Effect {
  return FUNCTIONS.get(name) ?? "unknown";
}
