// Readers of single values: each gives what it was asked for, or reports what it found instead and gives null.
// `path` is the code path of the value, e.g. `spec.fields[1].codeVersion`.

import { suggest } from "../../diagnostics/suggest.ts";
import type { Located } from "../../model/span.ts";
import type { StaticEntry, StaticValue } from "../../model/value.ts";
import { pathStep } from "../fold/containers.ts";
import { describeValue } from "../fold/describe.ts";
import { report } from "../report.ts";
import type { SpecContext } from "./context.ts";

/** Reports that a value is not what it should be. */
export function mismatch(context: SpecContext, value: StaticValue, path: string, expected: string): null {
  return report(context.report, "MXC1023", { path, expected, found: describeValue(value) }, value.span);
}

/** A string. */
export function readString(context: SpecContext, value: StaticValue, path: string): Located<string> | null {
  if (value.kind !== "string") return mismatch(context, value, path, "a string");
  return { value: value.value, span: value.span };
}

/** A string with at least one character. */
export function readName(context: SpecContext, value: StaticValue, path: string): Located<string> | null {
  if (value.kind !== "string" || value.value === "") return mismatch(context, value, path, "a non-empty string");
  return { value: value.value, span: value.span };
}

/** `true` or `false`. */
export function readBoolean(context: SpecContext, value: StaticValue, path: string): Located<boolean> | null {
  if (value.kind !== "boolean") return mismatch(context, value, path, "true or false");
  return { value: value.value, span: value.span };
}

/** A whole number from `least`. */
export function readInteger(
  context: SpecContext,
  value: StaticValue,
  path: string,
  least: number,
): Located<number> | null {
  const fits = value.kind === "number" && Number.isSafeInteger(value.value) && value.value >= least;
  if (!fits) return mismatch(context, value, path, `an integer from ${least}`);
  return { value: value.value, span: value.span };
}

/** Every item of an array through one reader; items that cannot be read are reported and left out. */
export function readList<T>(
  context: SpecContext,
  value: StaticValue,
  path: string,
  expected: string,
  read: (item: StaticValue, path: string) => T | null,
): readonly T[] | null {
  if (value.kind !== "array") return mismatch(context, value, path, expected);
  const items = value.items.map((item, index) => read(item, `${path}[${index}]`));
  return items.every((item) => item !== null) ? items : items.filter((item) => item !== null);
}

/** An array of strings. */
export function readStrings(context: SpecContext, value: StaticValue, path: string): readonly Located<string>[] | null {
  const expected = 'an array of strings such as ["a", "b"]';
  return readList(context, value, path, expected, (item, at) => readString(context, item, at));
}

/** `null` stays null where Python takes `None`. */
export function orNull<T>(value: StaticValue, read: () => T | null): T | null {
  return value.kind === "null" ? null : read();
}

/** The options of an object literal. */
export interface Options {
  /** By name. An option given as `undefined` is absent. */
  readonly entries: ReadonlyMap<string, StaticEntry>;
  /** Options that a misspelt one was probably meant to be: they are not missing. */
  readonly meant: ReadonlySet<string>;
}

/**
 * Reads an options object; unknown options are reported.
 *
 * @param of what has the options, e.g. "a FeatureSpec"
 */
export function readOptions(
  context: SpecContext,
  value: StaticValue,
  path: string,
  of: string,
  known: readonly string[],
): Options | null {
  if (value.kind !== "object") return mismatch(context, value, path, "an object with options");
  const entries = new Map<string, StaticEntry>();
  const meant = new Set<string>();
  for (const entry of value.entries) {
    if (!known.includes(entry.key)) {
      const suggestion = suggest(entry.key, known);
      if (suggestion !== null) meant.add(suggestion);
      report(context.report, "MXC1024", { option: entry.key, of, suggestion, known }, entry.keySpan);
    } else if (entry.value.kind !== "undefined") entries.set(entry.key, entry);
  }
  return { entries, meant };
}

/** An option through a reader, or a default where it is absent. A value that cannot be read gives the default too. */
export function option<T>(
  options: Options,
  path: string,
  name: string,
  absent: T,
  read: (value: StaticValue, path: string) => T | null,
): T {
  const entry = options.entries.get(name);
  return entry === undefined ? absent : (read(entry.value, path + pathStep(name)) ?? absent);
}

/** What has the options, and where. */
export interface OptionPlace {
  readonly path: string;
  readonly of: string;
  readonly value: StaticValue;
  /** Options that are there but could not be folded. */
  readonly unreadable?: ReadonlySet<string>;
}

/** An option that must be there. */
export function required<T>(
  context: SpecContext,
  options: Options,
  place: OptionPlace,
  name: string,
  example: string,
  read: (value: StaticValue, path: string) => T | null,
): T | null {
  const entry = options.entries.get(name);
  if (entry !== undefined) return read(entry.value, place.path + pathStep(name));
  if (place.unreadable?.has(name) || options.meant.has(name)) return null;
  return report(context.report, "MXC1025", { option: name, of: place.of, example }, place.value.span);
}

/** The only argument of a constructor; reports any other number of them. */
export function onlyArgument(
  context: SpecContext,
  value: StaticValue & { readonly kind: "dsl" },
  expected: string,
): StaticValue | null {
  const [argument] = value.args;
  if (argument !== undefined && value.args.length === 1) return argument;
  return report(context.report, "MXC1026", { callee: value.name, expected, found: value.args.length }, value.span);
}

/** The only argument of a factory that may also do without: an empty object then. */
export function optionalArgument(
  context: SpecContext,
  value: StaticValue & { readonly kind: "dsl" },
  expected: string,
): StaticValue | null {
  if (value.args.length === 0) return { kind: "object", entries: [], span: value.span };
  return onlyArgument(context, value, expected);
}
