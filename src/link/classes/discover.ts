// The classes a module declares: at its top level, in namespaces, as its export.

import { type Range, rangeStart, type Span } from "../../model/span.ts";
import type { ClassNode, OtherMember, PropertyMember } from "../../model/summary.ts";
import { namespaceScope } from "../modules/entities.ts";
import type { Program } from "../modules/program.ts";
import { type LinkedModule, type NameScope, spanIn } from "../modules/scope.ts";
import type { ClassRef } from "./class-ref.ts";
import { defineClass, findRoot } from "./heritage.ts";

/** The statics that say what a feature is. */
const STATIC_NAMES = ["spec", "table", "tableName", "tableArgs", "project", "featureConfig"];

/** The static that a name means in another case, or as in Python; undefined for its own name and where there is none. */
export function findKnownStatic(name: string): string | undefined {
  const plain = (text: string) => text.replaceAll("_", "").toLowerCase();
  return STATIC_NAMES.includes(name) ? undefined : STATIC_NAMES.find((each) => plain(each) === plain(name));
}

/** Every class with a static of one of the given names, however spelled, in source order. */
export function findClasses(program: Program, module: LinkedModule, statics: ReadonlySet<string>): readonly ClassRef[] {
  const found: ClassRef[] = [];
  const add = (ref: ClassRef) => {
    const { node } = ref;
    const named = ({ name }: { readonly name: string }) => statics.has(findKnownStatic(name) ?? name);
    const other = (member: OtherMember) => member.kind.startsWith("static-") && named(member);
    if (node.statics.some(named) || node.others.some(other) || findMisplacedSpec(node) !== null) found.push(ref);
  };
  findInScope(program, module.scope, 0, add);
  for (const name of ["default", "export="]) {
    const value = module.file.exports.get(name);
    if (value?.kind !== "expression" || value.value.kind !== "class") continue;
    add(defineClass(program, value.value.class, module.scope, "default", 0));
  }
  return found.sort((a, b) => rangeStart(a.node.range) - rangeStart(b.node.range));
}

/** Classes that would be features if they stood where features are looked for. */
export function findHiddenFeatures(program: Program, { file, scope }: LinkedModule): readonly Span[] {
  const hidden = file.summary.hiddenClasses.filter(({ base }) => findRoot(program, base, scope) !== null);
  return hidden.map(({ range }) => spanIn(scope, range));
}

/** A spec that is no static property; null where there is none. */
export function findMisplacedSpec(node: ClassNode): { readonly what: string; readonly range: Range } | null {
  const accessor = node.others.find(({ kind, name }) => kind === "accessor" && name === "spec");
  if (accessor !== undefined) return { what: "an accessor", range: accessor.range };
  const property = node.properties.find(({ name, type, init }) => name === "spec" && type === null && init !== null);
  return property === undefined ? null : { what: "a property of instances", range: property.range };
}

/** Whether a property of instances was meant to be a static: it says what only a feature's static does. */
export function isMisplacedStatic(node: ClassNode, { name, type, init }: PropertyMember): boolean {
  if (!STATIC_NAMES.includes(name) || init === null) return false;
  const hasStatic = node.statics.some((member) => member.name === name);
  return !hasStatic && (type === null || (name === "table" && init.kind === "boolean"));
}

/** Namespaces deeper than this hold no features. */
const MAX_NESTING = 64;

function findInScope(program: Program, scope: NameScope, depth: number, add: (ref: ClassRef) => void): void {
  for (const [name, declarations] of scope.declarations) {
    for (const declaration of declarations) {
      if (declaration.kind !== "class") continue;
      add(defineClass(program, declaration.class, scope, scope.prefix + name, declaration.end));
    }
    const isNamespace = declarations.some((declaration) => declaration.kind === "namespace");
    const inner = isNamespace ? namespaceScope(program, { kind: "declared", scope, name, declarations }) : null;
    if (inner !== null && depth < MAX_NESTING) findInScope(program, inner, depth + 1, add);
  }
}
