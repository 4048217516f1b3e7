// JSON for files that people read in diffs: what lies deep stays on one line. Python's floats keep their point, characters
// beyond ASCII stand as they are. Pieces of text are collected in an array, since joining them at every level would copy a
// large document once per level.

import { type Json, type JsonObject, PythonFloat } from "../model/json.ts";
import { printFloat } from "../versions/canonical-json.ts";

/** Takes text piece by piece. An array of strings is one. */
export interface TextSink {
  readonly push: (text: string) => unknown;
}

/** What a writer writes, as one text. */
export function textWrittenBy(write: (out: TextSink) => void): string {
  const pieces: string[] = [];
  write(pieces);
  return pieces.join("");
}

/**
 * A value on one line.
 *
 * @example jsonLine({ kind: "string" }) // '{ "kind": "string" }'
 */
export function jsonLine(value: Json): string {
  switch (typeof value) {
    case "string":
      return jsonString(value);
    case "number":
      return jsonNumber(value);
    case "boolean":
    case "bigint":
      return value.toString();
    default:
      return value === null ? "null" : nestedLine(value);
  }
}

/**
 * Writes a value over several lines, down to a depth; below it, and for arrays of scalars, one line each.
 *
 * @param indent blanks before the line the value starts on
 * @param line prints what stays on one line
 */
export function writeJson(
  out: TextSink,
  value: Json,
  depth: number,
  indent: string,
  line: (value: Json) => string = jsonLine,
): void {
  if (depth === 0 || isScalar(value)) out.push(line(value));
  else if (!isArray(value)) writeObject(out, value, depth, indent, line);
  else if (value.every(isScalar)) out.push(line(value));
  else writeList(out, value, indent, (item) => writeJson(out, item, depth - 1, `${indent}  `, line));
}

/** Writes an array with one element on each line. */
export function writeList<T>(
  out: TextSink,
  items: readonly T[],
  indent: string,
  write: (item: T, index: number) => void,
): void {
  const inner = `${indent}  `;
  const separator = `,\n${inner}`;
  let before = `[\n${inner}`;
  items.forEach((item, index) => {
    out.push(before);
    write(item, index);
    before = separator;
  });
  out.push(items.length === 0 ? "[]" : `\n${indent}]`);
}

/** Text that stands in quotes as it is: most names, which are spared the escaping. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A string in quotes. Half a surrogate pair is written as an escape, so that the file stays valid UTF-8. */
export function jsonString(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** An array of strings on one line. */
export function jsonStrings(texts: readonly string[]): string {
  return `[${texts.map(jsonString).join(", ")}]`;
}

/** A string, or null. */
export function jsonText(text: string | null): string {
  return text === null ? "null" : jsonString(text);
}

function writeObject(
  out: TextSink,
  value: JsonObject,
  depth: number,
  indent: string,
  line: (value: Json) => string,
): void {
  const inner = `${indent}  `;
  let before = `{\n${inner}`;
  for (const [key, item] of entriesOf(value)) {
    out.push(`${before}${jsonString(key)}: `);
    writeJson(out, item, depth - 1, inner, line);
    before = `,\n${inner}`;
  }
  out.push(before.startsWith("{") ? "{}" : `\n${indent}}`);
}

function nestedLine(value: Exclude<Json, Scalar> | PythonFloat): string {
  if (value instanceof PythonFloat) return jsonFloat(value.value);
  if (isArray(value)) return `[${value.map(jsonLine).join(", ")}]`;
  let text = "";
  let before = "{ ";
  const add = (key: string, item: Json) => {
    text += `${before}${jsonString(key)}: ${jsonLine(item)}`;
    before = ", ";
  };
  if (value instanceof Map) for (const [key, item] of value) add(key, item);
  else for (const key of Object.keys(value)) add(key, (value as Readonly<Record<string, Json>>)[key] ?? null);
  return text === "" ? "{}" : `${text} }`;
}

/** Python writes every digit of a large int; JavaScript would write an exponent. */
function jsonNumber(value: number): string {
  if (!Number.isInteger(value)) return jsonFloat(value);
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
}

/** JSON has no word for what is not a number; pydantic writes null. */
function jsonFloat(value: number): string {
  return Number.isFinite(value) ? printFloat(value) : "null";
}

type Scalar = null | boolean | number | bigint | string | PythonFloat;

function isScalar(value: Json): value is Scalar {
  return typeof value !== "object" || value === null || value instanceof PythonFloat;
}

function isArray(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function entriesOf(value: JsonObject): Iterable<readonly [string, Json]> {
  return value instanceof Map ? value : Object.entries(value);
}
