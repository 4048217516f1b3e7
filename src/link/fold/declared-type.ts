// `declare const KEY: "video"`: a declaration without a value whose type allows only one.

import type { TypeNode } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { fromPrimitive } from "./primitive.ts";

/** The only value of a literal type; null for a type with several values. */
export function foldDeclaredType(type: TypeNode, scope: NameScope): StaticValue | null {
  const span = spanIn(scope, type.range);
  if (type.kind === "literal") return fromPrimitive(type.value, span);
  return type.kind === "bigint-literal" ? { kind: "bigint", value: type.value, span } : null;
}
