// Use before definition: what is read above the place where it gets its value.

import { rangeStart } from "../../model/span.ts";
import type { Declaration } from "../../model/summary.ts";
import { type DeclaredEntity, type NameScope, spanIn } from "../modules/scope.ts";
import { type Folded, fail, type Hop } from "./outcome.ts";

/** The failure of reading a declaration too early; null when it has its value by then. */
export function findEarlyUse(entity: DeclaredEntity, reference: Hop, from: NameScope): Folded | null {
  const { scope, name } = entity;
  if (from.deferred || from.file.path !== scope.file.path || scope.file.declarationFile) return null;
  // A function has its value from the start, whatever a namespace of its name adds.
  if (entity.declarations.some((declaration) => declaration.kind === "function" && declaration.end === null))
    return null;
  for (const declaration of entity.declarations) {
    const end = endOf(declaration);
    if (end === null) continue;
    const at = reference.span.start;
    if (at >= end || (at >= rangeStart(declaration.range) && knowsItself(declaration))) return null;
    const related = [{ message: `\`${name}\` is defined here`, span: spanIn(scope, declaration.range) }];
    return fail("MXC1012", { name }, reference.span, reference.name, related);
  }
  return null;
}

/** Where a declaration gives its name a value; null for what has one from the start, or never. */
function endOf(declaration: Declaration): number | null {
  switch (declaration.kind) {
    case "const":
    case "enum":
    case "class":
    case "function":
      return declaration.end;
    case "namespace":
      return hasValues(declaration) ? declaration.end : null;
    default:
      return null;
  }
}

/** Whether a declaration is a namespace that is there at run time, with members of its own. */
export function hasValues(declaration: Declaration): boolean {
  return (
    declaration.kind === "namespace" &&
    declaration.scope.declarations.some(({ kind }) => kind !== "type" && kind !== "interface")
  );
}

/** A class and an enum may refer to themselves; a constant, even of a class, has no value before its declaration ends. */
function knowsItself(declaration: Declaration): boolean {
  if (declaration.kind === "class") return declaration.class.name === declaration.name;
  return declaration.kind === "enum" || declaration.kind === "namespace";
}
