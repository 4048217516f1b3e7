// JSON for files that people read in diffs: what lies deep stays on one line. Python's floats keep their point, characters
// beyond ASCII stand as they are.

import { type Json, type JsonObject, PythonFloat } from "../model/json.ts";
import { printFloat } from "../versions/canonical-json.ts";

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
 * A value over several lines, down to a depth; below it, and for arrays of scalars, one line each.
 *
 * @param indent blanks before the line the value starts on
 */
export function jsonBlock(
  value: Json,
  depth: number,
  indent: string,
  line: (value: Json) => string = jsonLine,
): string {
  if (depth === 0 || typeof value !== "object" || value === null || value instanceof PythonFloat) return line(value);
  const inner = `${indent}  `;
  if (isArray(value)) {
    return value.every(isScalar)
      ? line(value)
      : jsonList(
          value.map((item) => jsonBlock(item, depth - 1, inner, line)),
          indent,
        );
  }
  const members = entriesOf(value).map(
    ([key, item]) => `${jsonString(key)}: ${jsonBlock(item, depth - 1, inner, line)}`,
  );
  return jsonMembers(members, indent);
}

/** An array of printed elements, one on each line. */
export function jsonList(items: readonly string[], indent: string): string {
  return items.length === 0 ? "[]" : `[\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}]`;
}

/** An object of printed members, one on each line. */
export function jsonMembers(members: readonly string[], indent: string): string {
  return members.length === 0 ? "{}" : `{\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}}`;
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

function nestedLine(value: PythonFloat | readonly Json[] | JsonObject): string {
  if (value instanceof PythonFloat) return jsonFloat(value.value);
  if (isArray(value)) return `[${value.map(jsonLine).join(", ")}]`;
  const members = entriesOf(value).map(([key, item]) => `${jsonString(key)}: ${jsonLine(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
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

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null || value instanceof PythonFloat;
}

function isArray(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function entriesOf(value: JsonObject): readonly (readonly [string, Json])[] {
  return value instanceof Map ? [...value] : Object.entries(value);
}
