// Use before definition: a constant, enum or class that is read above the place where it gets its value.

import { rangeStart } from "../../model/span.ts";
import { type DeclaredEntity, type NameScope, spanIn } from "../modules/scope.ts";
import { type Folded, fail, type Hop } from "./outcome.ts";

/** The failure of reading a declaration too early; null when it has its value by then. */
export function findEarlyUse(entity: DeclaredEntity, reference: Hop, from: NameScope): Folded | null {
  const { scope, name } = entity;
  if (from.deferred || from.file.path !== scope.file.path || scope.file.declarationFile) return null;
  for (const declaration of entity.declarations) {
    if (declaration.kind !== "const" && declaration.kind !== "enum" && declaration.kind !== "class") continue;
    const at = reference.span.start;
    // A class and an enum may refer to themselves; a constant has no value before its declaration ends.
    const inside = declaration.kind !== "const" && at >= rangeStart(declaration.range);
    if (at >= declaration.end || inside) return null;
    const related = [{ message: `\`${name}\` is defined here`, span: spanIn(scope, declaration.range) }];
    return fail("MXC1012", { name }, reference.span, reference.name, related);
  }
  return null;
}
