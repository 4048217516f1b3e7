// Where things stand in a lock file that is laid out as Metaxy lays it out: a header per table, a line per value. What is
// laid out otherwise is shown at the nearest thing around it.

import type { Span } from "../model/span.ts";

/** Steps from `features` to a value: keys, and positions in arrays of tables. */
export type LockPath = readonly (string | number)[];

/** The headers of a lock file by their texts, each with where it stands. */
export interface LockPlaces {
  readonly file: string;
  readonly text: string;
  readonly headers: ReadonlyMap<string, readonly number[]>;
  /** The key in the first header of each entry. */
  readonly entries: ReadonlyMap<string, Span>;
  /** The lines below a header by their keys; found when one of them is first asked for. */
  readonly lines: Map<number, ReadonlyMap<string, Line>>;
}

/** A line `key = value`. */
interface Line {
  readonly key: Span;
  readonly value: Span;
}

/** A text, or whatever stands before a comment. */
const VALUE = String.raw`"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*[^#\s]`;

/** A key. */
const KEY = String.raw`"(?:[^"\\\n]|\\.)*"|[\w-]+`;

const LINE = new RegExp(`^(${KEY})([ \\t]*=[ \\t]*)(${VALUE})`, "gm");
const OPENING = new RegExp(`^(\\[*)(${KEY})`, "gm");

/** Finds all headers. */
export function indexPlaces(text: string, file: string): LockPlaces {
  const headers = new Map<string, number[]>();
  const entries = new Map<string, Span>();
  for (const { 0: line, index } of text.matchAll(/^\[.*\]/gm)) {
    const known = headers.get(line);
    if (known === undefined) headers.set(line, [index]);
    else known.push(index);
    const [opening = "", quoted, bare] = /^\[+features\.(?:("(?:[^"\\]|\\.)*")|([\w-]+))/.exec(line) ?? [];
    const key = quoted === undefined ? bare : parseKey(quoted);
    if (key === undefined || entries.has(key)) continue;
    const end = index + opening.length;
    entries.set(key, { file, start: end - (quoted ?? key).length, end });
  }
  return { file, text, headers, entries, lines: new Map() };
}

/** The key or the value at a path, else what is nearest around it. */
export function placeOf(places: LockPlaces, path: LockPath, part: "key" | "value"): Span {
  const line = lineOf(places, path, part);
  if (line !== null) return line;
  for (let length = path.length; length > 1; length--) {
    const header = headerOf(places, path.slice(0, length));
    if (header !== null) return spanOfLine(places, header);
  }
  return places.entries.get(String(path[0])) ?? { file: places.file, start: 0, end: 0 };
}

/** Keys of the file itself, by their texts. */
export function placesOfTopLevel({ file, text }: LockPlaces, keys: readonly string[]): readonly Span[] {
  const found = new Map<string, Span>();
  const wanted = new Set(keys.map(quoteKey));
  for (const { 1: brackets = "", 2: name = "", index } of wanted.size === 0 ? [] : text.matchAll(OPENING)) {
    const start = index + brackets.length;
    if (wanted.has(name) && !found.has(name)) found.set(name, { file, start, end: start + name.length });
  }
  return keys.map((key) => found.get(quoteKey(key)) ?? { file, start: 0, end: 0 });
}

/** The line `key = value` under the header of its table. */
function lineOf(places: LockPlaces, path: LockPath, part: "key" | "value"): Span | null {
  const key = path.at(-1);
  const header = headerOf(places, path.slice(0, -1));
  if (header === null || typeof key !== "string") return null;
  const lines = places.lines.get(header) ?? findLines(places, header);
  places.lines.set(header, lines);
  return lines.get(quoteKey(key))?.[part] ?? null;
}

function findLines({ file, text }: LockPlaces, header: number): ReadonlyMap<string, Line> {
  const body = text.indexOf("\n", header) + 1;
  const next = text.indexOf("\n[", body - 1);
  const lines = new Map<string, Line>();
  for (const found of text.slice(body, next < 0 ? text.length : next).matchAll(LINE)) {
    const [, name = "", between = "", value = ""] = found;
    const start = body + found.index;
    const middle = start + name.length + between.length;
    if (lines.has(name)) continue;
    lines.set(name, {
      key: { file, start, end: start + name.length },
      value: { file, start: middle, end: middle + value.length },
    });
  }
  return lines;
}

/** Where the header of a table stands; in an array of tables, that of the item. */
function headerOf({ headers }: LockPlaces, path: LockPath): number | null {
  let name = "features";
  let [from, until] = [0, Number.POSITIVE_INFINITY];
  const within = (header: string) => (headers.get(header) ?? []).filter((at) => at >= from && at < until);
  for (const [index, step] of path.entries()) {
    if (typeof step === "string") {
      name += `.${quoteKey(step)}`;
      continue;
    }
    const items = within(`[[${name}]]`);
    const [item, next = until] = items.slice(step);
    if (item === undefined) return null;
    if (index === path.length - 1) return item;
    [from, until] = [item, next];
  }
  return within(`[${name}]`)[0] ?? null;
}

function spanOfLine({ file, text }: LockPlaces, start: number): Span {
  const end = text.indexOf("\n", start);
  return { file, start, end: end < 0 ? text.length : end };
}

function parseKey(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

function quoteKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
