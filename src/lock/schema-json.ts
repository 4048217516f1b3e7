// JSON schemas as text, the way pydantic writes them into lock files: no blanks, everything beyond ASCII as it is, keys in
// their own order, whole floats with their point.

import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { type Json, type JsonObject, PythonFloat } from "../model/json.ts";
import { printFloat } from "../versions/canonical-json.ts";

/** Reads a JSON object; null when the text is anything else. */
export function readSchemaText(text: string): JsonObject | null {
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { disallowComments: true });
    return root === undefined || errors.length > 0 || root.type !== "object" ? null : readObject(root, text);
  } catch {
    // Thousands of brackets in one another: the parser is recursive.
    return null;
  }
}

function readObject(node: Node, text: string): ReadonlyMap<string, Json> {
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [[String(key.value), readNode(value, text)] as const],
  );
  return new Map(entries);
}

function readNode(node: Node, text: string): Json {
  switch (node.type) {
    case "object":
      return readObject(node, text);
    case "array":
      return (node.children ?? []).map((child) => readNode(child, text));
    case "number":
      return readNumber(text.slice(node.offset, node.offset + node.length));
    case "string":
      return String(node.value);
    case "boolean":
      return node.value === true;
    default:
      return null;
  }
}

function readNumber(digits: string): Json {
  return /[.eE]/.test(digits) ? new PythonFloat(Number(digits)) : BigInt(digits);
}

/**
 * Prints a schema.
 *
 * @example printSchemaText({ title: "É", minimum: new PythonFloat(1) }) // '{"title":"É","minimum":1.0}'
 */
export function printSchemaText(value: Json): string {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : printRustFloat(value);
  if (value instanceof PythonFloat) return printRustFloat(value.value);
  if (isArray(value)) return `[${value.map(printSchemaText).join(",")}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${printSchemaText(item)}`).join(",")}}`;
}

/** As Python's `repr`, but for small numbers: `1e-7` has one digit, and `0.00001` no exponent. */
function printRustFloat(value: number): string {
  const text = printFloat(value);
  if (!text.includes("e-0")) return text;
  return Math.abs(value) < 1e-5 ? text.replace("e-0", "e-") : String(value);
}

function isArray(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
