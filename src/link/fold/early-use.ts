// Use before definition: a constant, enum or class that is read above the place where it gets its value.

import { rangeStart } from "../../model/span.ts";
import type { Declaration } from "../../model/summary.ts";
import { type DeclaredEntity, type NameScope, spanIn } from "../modules/scope.ts";
import { type Folded, fail, type Hop } from "./outcome.ts";

/** The failure of reading a declaration too early; null when it has its value by then. */
export function findEarlyUse(entity: DeclaredEntity, reference: Hop, from: NameScope): Folded | null {
  const { scope, name } = entity;
  if (from.deferred || from.file.path !== scope.file.path || scope.file.declarationFile) return null;
  for (const declaration of entity.declarations) {
    if (declaration.kind !== "const" && declaration.kind !== "enum" && declaration.kind !== "class") continue;
    const at = reference.span.start;
    if (at >= declaration.end || (at >= rangeStart(declaration.range) && knowsItself(declaration))) return null;
    const related = [{ message: `\`${name}\` is defined here`, span: spanIn(scope, declaration.range) }];
    return fail("MXC1012", { name }, reference.span, reference.name, related);
  }
  return null;
}

/** A class and an enum may refer to themselves; a constant, even of a class, has no value before its declaration ends. */
function knowsItself(declaration: Declaration): boolean {
  if (declaration.kind === "class") return declaration.class.name === declaration.name;
  return declaration.kind === "enum";
}
