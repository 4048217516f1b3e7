// Values that nothing can change, whoever gets hold of them.

import type { Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { lookupName } from "../modules/names.ts";
import type { Program } from "../modules/program.ts";
import type { NameScope } from "../modules/scope.ts";
import { toPrimitive } from "./primitive.ts";

/**
 * Whether a declaration makes its value unchangeable: with `as const`, which the compiler enforces, or with
 * `Object.freeze` around primitives. `Object.freeze` does not reach into nested arrays and objects.
 */
export function isSealed(program: Program, init: Expression | null, scope: NameScope, value: StaticValue): boolean {
  if (init?.kind === "as-const") return true;
  if (init?.kind !== "call" || !isFreeze(program, init.callee, scope)) return false;
  if (value.kind === "array") return value.items.every((item) => toPrimitive(item) !== null);
  return value.kind === "object" && value.entries.every((entry) => toPrimitive(entry.value) !== null);
}

/** `Object.freeze`, unless `Object` is something else here. */
export function isFreeze(program: Program, callee: Expression, scope: NameScope): boolean {
  if (callee.kind !== "member" || callee.name !== "freeze" || callee.object.kind !== "name") return false;
  return callee.object.name === "Object" && lookupName(program, scope, "Object", "value") === null;
}
