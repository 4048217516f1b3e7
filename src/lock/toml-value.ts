// TOML values as parsed, with integers as bigints so that every number left is a Python float.

import type { Span } from "../model/span.ts";
import type { StaticValue } from "../model/value.ts";

/** A parsed TOML table. */
export type Table = Readonly<Record<string, unknown>>;

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** A table as the object a class would have written. */
export function toStaticObject(
  entries: readonly (readonly [key: string, value: unknown])[],
  span: Span,
): StaticValue & { readonly kind: "object" } {
  return {
    kind: "object",
    entries: entries.map(([key, value]) => ({ key, keySpan: span, value: toStatic(value, span) })),
    span,
  };
}

/** Whole floats keep their point, dates become text as they do in Python's JSON. */
function toStatic(value: unknown, span: Span): StaticValue {
  if (typeof value === "string") return { kind: "string", value, span };
  if (typeof value === "boolean") return { kind: "boolean", value, span };
  if (typeof value === "bigint") return { kind: "bigint", value: value.toString(), span };
  if (typeof value === "number") {
    return { kind: "dsl", name: "float", args: [{ kind: "number", value, span }], span };
  }
  if (Array.isArray(value)) return { kind: "array", items: value.map((item) => toStatic(item, span)), span };
  if (isTable(value)) return toStaticObject(Object.entries(value), span);
  return value instanceof Date ? { kind: "string", value: value.toISOString(), span } : { kind: "null", span };
}
