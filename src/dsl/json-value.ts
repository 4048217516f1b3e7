// JSON data as users write it in `metadata` and `Field({ default })`: checked, copied and frozen.

import { PythonFloat } from "./python-float.ts";
import { describe, refuse } from "./validation-error.ts";

/** JSON as it can be written in a spec. Whole numbers and bigints are Python `int`s; see `float` for the others. */
export type JsonValue = null | boolean | number | bigint | string | PythonFloat | readonly JsonValue[] | JsonMap;

/** A JSON object. A property that is `undefined` is absent. */
export type JsonMap = { readonly [key: string]: JsonValue | undefined };

/** A frozen deep copy of JSON data without its `undefined` properties; small bigints become numbers. */
export function copyJson(where: string, value: unknown): JsonValue {
  return copy(where, value, []);
}

/** As {@link copyJson}, for an option that must be an object. */
export function copyJsonMap(where: string, value: unknown): JsonMap {
  return isPlainObject(value)
    ? copyObject(where, value, [])
    : refuse(where, `expected a plain object, found ${describe(value)}`);
}

/** `parents` are the containers around the value: one of them again would be a cycle. */
function copy(where: string, value: unknown, parents: readonly unknown[]): JsonValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof PythonFloat) return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (parents.includes(value)) return refuse(where, "contains itself");
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return Object.freeze(items.map((item, index) => copy(`${where}[${index}]`, item, [...parents, value])));
  }
  return isPlainObject(value)
    ? copyObject(where, value, parents)
    : refuse(where, `expected JSON data, found ${describe(value)}`);
}

function copyObject(where: string, value: object, parents: readonly unknown[]): JsonMap {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key, copy(`${where}.${key}`, item, [...parents, value])] as const);
  return Object.freeze(Object.fromEntries(entries));
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
