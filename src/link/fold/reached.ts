// Which bindings a use reaches: the dotted name of a hazard, as seen from its module, to constants and static members.

import type { Hazard } from "../../model/summary.ts";
import type { ClassRef } from "../classes/class-ref.ts";
import { classOfDeclared, classOfDefault, findChain } from "../classes/heritage.ts";
import { entityKey, isNamespace } from "../modules/entities.ts";
import { lookupName, resolveMember } from "../modules/names.ts";
import { findTarget, type Program } from "../modules/program.ts";
import { type Entity, isDeclarationFile, type LinkedModule } from "../modules/scope.ts";

/** The bindings a value is shared into: a constant, an export without a name, or all statics of a class. */
export function findOwners(program: Program, module: LinkedModule, into: string): readonly string[] {
  const target = follow(program, module, into.split("."));
  if (target === null) return [];
  const owner = isClass(target.entity) && target.members.length === 0 ? findClass(program, target.entity) : null;
  return owner === null ? bindingsOf(program, target).map(({ key }) => key) : [staticKey(owner.key, "*")];
}

/** The entity of a top-level name; null when it leads into code that is not read, undefined when there is none. */
export function lookupRoot(program: Program, module: LinkedModule, name: string): Entity | null | undefined {
  if (name === "default" || name === "export=") {
    const unnamed = module.file.exports.get(name);
    return unnamed?.kind === "expression" ? { ...unnamed, kind: "default", module } : null;
  }
  const binding = module.scope.declarations.has(name) ? undefined : module.file.imports.get(name);
  if (binding !== undefined) {
    const target = findTarget(program, module.file.path, binding.specifier);
    if (target.kind === "builtin" || target.kind === "missing") return null;
    if (target.kind === "file" && isForeign(program, target.path)) return null;
  }
  const found = lookupName(program, module.scope, name, "value");
  if (found === null) return undefined;
  return found.ok ? found.value : null;
}

/** Declarations and installed packages change nobody's constants, and are not read for that alone. */
function isForeign(program: Program, path: string): boolean {
  return program.modules.get(path) === undefined && (isDeclarationFile(path) || path.includes("node_modules/"));
}

/** What a use reaches. A write to a class as a whole is kept apart from the many harmless uses of classes. */
export function findReached(program: Program, module: LinkedModule, { kind, name, path }: Hazard): readonly Reached[] {
  const target = follow(program, module, [name, ...path]);
  if (target === null) return [];
  const written = kind === "written" && target.members.length === 0 ? findClass(program, target.entity) : null;
  return written === null ? bindingsOf(program, target) : [{ key: wholeKey(written.key), members: null }];
}

/** What the names of a path lead to, and the members that are left. */
interface Target {
  readonly entity: Entity;
  readonly members: readonly string[];
}

/** Follows a path through modules and namespaces. A class or an enum that is a namespace too has members of its own. */
function follow(program: Program, module: LinkedModule, [root = "", ...path]: readonly string[]): Target | null {
  let entity = lookupRoot(program, module, root) ?? null;
  let depth = 0;
  for (; entity !== null && isNamespace(entity) && depth < path.length; depth++) {
    const found = resolveMember(program, entity, path[depth] ?? "");
    if (found === null && entity.kind === "declared") break;
    entity = found?.ok === true ? found.value : null;
  }
  return entity === null ? null : { entity, members: path.slice(depth) };
}

/**
 * Every binding that a target stands for: a constant; or a static member, here and in the class that declares it, which
 * also counts for the statics of those classes as a whole.
 */
function bindingsOf(program: Program, { entity, members }: Target): readonly Reached[] {
  const [member, ...below] = members;
  const statics = member === undefined ? [] : findStatics(program, entity, member, below);
  return statics.length > 0 ? statics : [{ key: entityKey(entity), members }];
}

/** A binding, and the members that lead from it to what is used. */
interface Reached {
  readonly key: string;
  readonly members: readonly string[] | null;
}

function findStatics(program: Program, entity: Entity, name: string, below: readonly string[]): readonly Reached[] {
  const start = findClass(program, entity);
  if (start === null) return [];
  const chain = findChain(program, start);
  const links = chain.ok ? chain.value.links : [{ class: start }];
  const owner = links.findIndex((link) => link.class.node.statics.some((member) => member.name === name));
  const classes = links.slice(0, Math.max(owner, 0) + 1).map((link) => link.class.key);
  return classes.flatMap((key) => [
    { key: staticKey(key, name), members: below },
    { key: staticKey(key, "*"), members: null },
  ]);
}

/** Whether an entity is a class by its own declaration, and no other name for one. */
function isClass(entity: Entity): boolean {
  if (entity.kind === "declared") return entity.declarations.some(({ kind }) => kind === "class");
  return entity.kind === "default" && entity.value.kind === "class";
}

/** The class that an entity stands for. */
function findClass(program: Program, entity: Entity): ClassRef | null {
  const found =
    entity.kind === "declared"
      ? classOfDeclared(program, entity, 0)
      : entity.kind === "default"
        ? classOfDefault(program, entity, 0)
        : null;
  return found?.ok === true && found.value.kind === "class" ? found.value.class : null;
}

/** All that a class is: `Class[name] = …` and `Object.assign(Class, …)` write to it. */
export function wholeKey(ofClass: string): string {
  return `${ofClass}=`;
}

/** The binding of a static member. */
export function staticKey(ofClass: string, name: string): string {
  return `${ofClass}.${name}`;
}
