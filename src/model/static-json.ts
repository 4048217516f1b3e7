// Folded values as JSON data: what Python's `model_dump(mode="json")` makes of the same literal.

import type { Json } from "./json.ts";
import { PythonFloat } from "./json.ts";
import { ALL_FIELDS } from "./spec.ts";
import type { StaticValue } from "./value.ts";

/**
 * The JSON of a value, with Python's int/float distinction, or undefined where the value has none (a class, a DSL
 * object other than `float(…)`). Entries whose value has none are left out, items become null, as in `JSON.stringify`;
 * infinities and NaN become null, as in pydantic.
 *
 * @example toJson({ kind: "number", value: 1, span }) // 1
 */
export function toJson(value: StaticValue): Json | undefined {
  switch (value.kind) {
    case "null":
      return null;
    case "boolean":
    case "string":
      return value.value;
    case "number":
      return Number.isFinite(value.value) ? value.value : null;
    case "bigint":
      return BigInt(value.value);
    case "array":
      return value.items.map((item) => toJson(item) ?? null);
    case "object":
      return objectToJson(value);
    case "all-fields":
      return ALL_FIELDS;
    case "dsl":
      return value.name === "float" ? floatToJson(value.args[0]) : undefined;
    default:
      return undefined;
  }
}

/** The JSON of an object, as a map: any text may be a key. */
export function objectToJson(value: StaticValue & { readonly kind: "object" }): ReadonlyMap<string, Json> {
  const json = new Map<string, Json>();
  for (const entry of value.entries) {
    const item = toJson(entry.value);
    if (item !== undefined) json.set(entry.key, item);
  }
  return json;
}

function floatToJson(value: StaticValue | undefined): Json | undefined {
  if (value?.kind === "bigint") return new PythonFloat(Number(value.value));
  if (value?.kind !== "number") return undefined;
  return Number.isFinite(value.value) ? new PythonFloat(value.value) : null;
}
