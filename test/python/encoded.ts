// Data for Python in which integers and floats stay apart and the order of keys stays what it is.

import { type Json, type JsonObject, PythonFloat } from "../../src/model/json.ts";

/** The form that encoded.py reads. */
export function encode(value: Json): unknown {
  if (value instanceof PythonFloat) return { $float: Object.is(value.value, -0) ? "-0.0" : String(value.value) };
  if (typeof value === "number") return Number.isInteger(value) ? encode(BigInt(value)) : { $float: String(value) };
  if (typeof value === "bigint") return { $int: value.toString() };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value as JsonObject);
  return { $table: entries.map(([name, item]) => [name, encode(item as Json)]) };
}
