// Between folded values and JavaScript's primitives.

import type { Span } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import type { Primitive } from "./operators.ts";

/** The primitive a value holds; null when it is an array, an object or a class. */
export function toPrimitive(value: StaticValue): { readonly value: Primitive } | null {
  switch (value.kind) {
    case "undefined":
      return { value: undefined };
    case "null":
      return { value: null };
    case "bigint":
      return { value: BigInt(value.value) };
    case "boolean":
    case "number":
    case "string":
      return { value: value.value };
    default:
      return null;
  }
}

/** A primitive as a value written at a place. */
export function fromPrimitive(value: Primitive, span: Span): StaticValue {
  if (value === undefined) return { kind: "undefined", span };
  if (value === null) return { kind: "null", span };
  if (typeof value === "bigint") return { kind: "bigint", value: value.toString(), span };
  if (typeof value === "boolean") return { kind: "boolean", value, span };
  if (typeof value === "number") return { kind: "number", value, span };
  return { kind: "string", value, span };
}

/** Whether a value counts as true in a condition. */
export function isTruthy(value: StaticValue): boolean {
  const primitive = toPrimitive(value);
  return primitive === null || Boolean(primitive.value);
}

/** Whether a value is `null` or `undefined`. */
export function isNullish(value: StaticValue): boolean {
  return value.kind === "null" || value.kind === "undefined";
}
