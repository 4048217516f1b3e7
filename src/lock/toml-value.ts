// TOML values as JSON data with Python's numbers.

import type { Json } from "../model/json.ts";
import { PythonFloat } from "../model/json.ts";

/** A parsed TOML table. */
export type Table = Readonly<Record<string, unknown>>;

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Tables become maps, whole floats keep their point, dates become text. */
export function toJson(value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isInteger(value) ? new PythonFloat(value) : value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isTable(value)) return new Map(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return value instanceof Date ? value.toISOString() : null;
}
