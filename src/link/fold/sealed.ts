// Values that nothing can change, whoever gets hold of them.

import type { Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { resolveEntity } from "../classes/heritage.ts";
import { lookupName } from "../modules/names.ts";
import type { Program } from "../modules/program.ts";
import type { Entity, NameScope } from "../modules/scope.ts";
import { toPrimitive } from "./primitive.ts";

/** What a value was declared with, and where. */
export interface Origin {
  readonly init: Expression | null;
  readonly scope: NameScope;
  /** How many steps the value lies inside of that, taken out by a pattern or as a member. */
  readonly parts: number;
}

/**
 * Whether a declaration makes its value unchangeable: with `as const`, which TypeScript enforces, or with
 * `Object.freeze` around primitives. Another name for such a value, or for a part of it, is as safe. `Object.freeze` does
 * not reach into nested arrays and objects.
 */
export function isSealed(program: Program, declared: Origin, value: StaticValue): boolean {
  const { init, scope, parts } = findFirst(program, declared);
  if (init?.kind === "as-const") return true;
  return init?.kind === "call" && parts === 0 && isFreeze(program, init.callee, scope) && isFlat(value);
}

/** Where a row of names, and of parts of constants, ends. Each is walked once, however many begin in it. */
function findFirst(program: Program, declared: Origin): Origin {
  const { origins } = program;
  const row = new Map<Expression, number>();
  let at = declared;
  for (let next: Origin | null = at; next !== null; next = findOrigin(program, at)) {
    at = next;
    const { init } = at;
    const known = init === null ? undefined : origins.get(init);
    if (known !== undefined) at = { ...known, parts: at.parts + known.parts };
    if (known !== undefined || init === null || row.has(init)) break;
    row.set(init, at.parts);
  }
  for (const [init, parts] of row) origins.set(init, { ...at, parts: at.parts - parts });
  return at;
}

/** Where the value of a name, or the value that a member is taken from, was declared; null where that is not a constant. */
function findOrigin(program: Program, { init, scope, parts }: Origin): Origin | null {
  if (init === null) return null;
  if (init.kind !== "name" && init.kind !== "member") return null;
  const found = resolveEntity(program, init, scope);
  if (found?.ok === true) return originOf(found.value, parts);
  return init.kind === "member" ? { init: init.object, scope, parts: parts + 1 } : null;
}

/** A constant that is given another type could be changed through it. */
function originOf(entity: Entity, parts: number): Origin | null {
  if (entity.kind === "default") return { init: entity.value, scope: entity.module.scope, parts };
  const constant = entity.kind === "declared" ? entity.declarations.find(({ kind }) => kind === "const") : undefined;
  if (entity.kind !== "declared" || constant?.kind !== "const") return null;
  const { init, type, path } = constant;
  const isPlain = type === null || init?.kind === "as-const" || init?.kind === "call";
  return isPlain ? { init, scope: entity.scope, parts: parts + path.length } : null;
}

function isFlat(value: StaticValue): boolean {
  if (value.kind === "array") return value.items.every((item) => toPrimitive(item) !== null);
  return value.kind === "object" && value.entries.every((entry) => toPrimitive(entry.value) !== null);
}

/** `Object.freeze`, unless `Object` is something else here. */
export function isFreeze(program: Program, callee: Expression, scope: NameScope): boolean {
  if (callee.kind !== "member" || callee.name !== "freeze" || callee.object.kind !== "name") return false;
  return callee.object.name === "Object" && lookupName(program, scope, "Object", "value") === null;
}
