// Plain data → TOML, laid out as tomlkit lays it out with sorted keys (tried on tomlkit 0.15 by fuzzing): `metaxy lock` writes
// with it, and a lock file should not change with the program that wrote it last.

import { type Json, type JsonObject, PythonFloat } from "../model/json.ts";
import { compareText } from "../model/text-order.ts";
import { printFloat } from "../versions/canonical-json.ts";

/**
 * The text of a document. TOML has no null: whoever calls leaves nulls out.
 *
 * @example printToml({ b: 1, a: { c: [1.5] } }) // 'b = 1\n\n[a]\nc = [1.5]\n'
 */
export function printToml(document: JsonObject): string {
  return printEntries(document, "");
}

type Entry = readonly [key: string, value: Json];

/** The entries of a table: plain values, then arrays of tables, then tables. */
function printEntries(table: JsonObject, path: string): string {
  const entries = sortEntries(entriesOf(table));
  const values = entries.filter(([, value]) => !isTable(value) && !isTableArray(value));
  const lines = values.map(([key, value]) => `${printKey(key)} = ${printValue(value, true)}\n`);
  const tables = entries.map(([key, value], index) => {
    const name = path === "" ? printKey(key) : `${path}.${printKey(key)}`;
    // What is first among all entries gets no blank line, also when plain values are moved before it.
    const blank = index > 0 ? "\n" : "";
    if (isTableArray(value)) {
      return value
        .map((item, at) => `${at === 0 ? blank : gapAfter(value[at - 1])}${printTableItem(item, name)}`)
        .join("");
    }
    return isTable(value) ? `${blank}${printHeader(value, name)}${printEntries(value, name)}` : "";
  });
  return [...lines, ...tables].join("");
}

function printTableItem(item: JsonObject, name: string): string {
  return `[[${name}]]\n${printEntries(item, name)}`;
}

/** An empty table of an array is not worth a blank line. */
function gapAfter(table: JsonObject | undefined): string {
  return table === undefined || entriesOf(table).length === 0 ? "" : "\n";
}

/** A table that holds nothing but tables needs no header of its own. */
function printHeader(table: JsonObject, name: string): string {
  const values = entriesOf(table).map(([, value]) => value);
  const isImplied = values.length > 0 && values.every((value) => isTable(value) || isTableArray(value));
  return isImplied ? "" : `[${name}]\n`;
}

/** A value on one line. Only the outermost array has the keys of its tables sorted. */
function printValue(value: Json, sorted: boolean): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" && !Number.isInteger(value)) return printFloat(value);
  if (value instanceof PythonFloat) return printFloat(value.value);
  if (isArray(value)) return `[${value.map((item) => printItem(item, sorted)).join(", ")}]`;
  if (isTable(value)) return printInline(sorted ? sortEntries(entriesOf(value)) : entriesOf(value), ",", sorted);
  return typeof value === "number" ? BigInt(value).toString() : String(value);
}

/** An item of an array: nested arrays are converted apart from the rest, without the wish for sorted keys. */
function printItem(value: Json, sorted: boolean): string {
  if (!isTable(value)) return printValue(value, false);
  const entries = [...entriesOf(value)];
  return printInline(sorted ? entries.sort(([a], [b]) => compareText(a, b)) : entries, ", ", sorted);
}

function printInline(entries: readonly Entry[], separator: string, sorted: boolean): string {
  return `{${entries.map(([key, value]) => `${printKey(key)} = ${printValue(value, sorted)}`).join(separator)}}`;
}

function printKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : quote(key);
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what TOML wants escaped
  const escaped = text.replace(/["\\\u0000-\u001f\u007f]/g, (unit) => {
    return shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}

function sortEntries(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    ([keyA, a], [keyB, b]) => Number(isTable(a)) - Number(isTable(b)) || compareText(keyA, keyB),
  );
}

function entriesOf(table: JsonObject): readonly Entry[] {
  return table instanceof Map ? [...table] : Object.entries(table);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isTable(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isArray(value) && !(value instanceof PythonFloat);
}

function isTableArray(value: Json): value is readonly JsonObject[] {
  return isArray(value) && value.length > 0 && value.every(isTable);
}
