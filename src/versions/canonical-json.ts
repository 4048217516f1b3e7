// JSON text exactly as Python's `json.dumps` writes it: separators `", "` and `": "`, ASCII only, ints and floats told
// apart. Hashes are taken over this text, so every byte matters.

import type { Json, JsonObject } from "../model/json.ts";
import { PythonFloat } from "../model/json.ts";
import { compareText } from "../model/text-order.ts";

/** Texts of objects that occur again and again, by identity: they are not printed anew. */
export type KnownTexts = ReadonlyMap<Json, string>;

const none: KnownTexts = new Map();

/**
 * `json.dumps(value, sort_keys=True)`: keys in code-point order at every level.
 *
 * @example printSortedJson({ b: 1, a: new PythonFloat(1) }) // '{"a": 1.0, "b": 1}'
 */
export function printSortedJson(value: Json, known: KnownTexts = none): string {
  return print(value, true, known);
}

/** `json.dumps(value)`: keys as they come. */
export function printJson(value: Json): string {
  return print(value, false, none);
}

function print(value: Json, sorted: boolean, known: KnownTexts): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return printNumber(value);
    case "boolean":
    case "bigint":
      return value.toString();
    default:
      return value === null ? "null" : (known.get(value) ?? printNested(value, sorted, known));
  }
}

function printNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  // Python writes every digit of a large int; JavaScript would round it to the shortest that reads back.
  return Number.isInteger(value) ? BigInt(value).toString() : printFloat(value);
}

function printNested(value: PythonFloat | readonly Json[] | JsonObject, sorted: boolean, known: KnownTexts): string {
  if (value instanceof PythonFloat) return printFloat(value.value);
  if (isArray(value)) return `[${value.map((item) => print(item, sorted, known)).join(", ")}]`;
  const keys = value instanceof Map ? [...value.keys()] : Object.keys(value);
  let text = "{";
  for (const key of sorted ? sortKeys(keys) : keys) {
    const item = value instanceof Map ? value.get(key) : (value as Readonly<Record<string, Json>>)[key];
    if (text !== "{") text += ", ";
    text += `${quote(key)}: ${print(item ?? null, sorted, known)}`;
  }
  return `${text}}`;
}

/** Most objects come with their keys in order already. */
function sortKeys(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) {
    if (compareText(keys[index - 1] ?? "", keys[index] ?? "") > 0) return keys.sort(compareText);
  }
  return keys;
}

function isArray(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

const plain = /^[ !#-[\]-~]*$/;
const special = /["\\]|[^ -~]/g;
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function quote(text: string): string {
  return plain.test(text) ? `"${text}"` : `"${text.replace(special, escapeUnit)}"`;
}

/** Python escapes UTF-16 units, so an astral character becomes its two surrogates. */
function escapeUnit(unit: string): string {
  return shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * `repr` of a Python float, with the bare words `json.dumps` uses for what JSON cannot say.
 *
 * @example printFloat(1e20) // "1e+20"
 */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0.0";
  // Both languages write the shortest digits that read back as the same number; only the layout differs.
  const [mantissa = "0", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) return printFixed(value, exponent);
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** JavaScript writes numbers of this size without an exponent too, except that it leaves out a zero fraction. */
function printFixed(value: number, exponent: number): string {
  const text = String(value);
  return exponent >= 0 && Number.isInteger(value) ? `${text}.0` : text;
}
