// Which bindings a use reaches: the dotted name of a hazard, as seen from its module, to constants and static members.

import type { Hazard } from "../../model/summary.ts";
import type { ClassRef } from "../classes/class-ref.ts";
import { classOfDeclared, classOfDefault, findChain } from "../classes/heritage.ts";
import { entityKey, isNamespace } from "../modules/entities.ts";
import { lookupName, resolveMember } from "../modules/names.ts";
import { findTarget, type Program } from "../modules/program.ts";
import { type Entity, isDeclarationFile, type LinkedModule } from "../modules/scope.ts";

/** The binding a value is shared into: a constant, an export without a name, or all statics of a class. */
export function findOwner(program: Program, module: LinkedModule, into: string): readonly string[] {
  const entity = lookupRoot(program, module, into) ?? null;
  const owner = entity !== null && isClass(entity) ? findClass(program, entity) : null;
  if (owner !== null) return [staticKey(owner.key, "*")];
  return findBindings(program, module, into.split(".")).map(({ key }) => key);
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
  const entity = kind === "written" && path.length === 0 ? (lookupRoot(program, module, name) ?? null) : null;
  const written = entity === null ? null : findClass(program, entity);
  if (written !== null) return [{ key: wholeKey(written.key), members: null }];
  return findBindings(program, module, [name, ...path]);
}

/**
 * Every binding that a dotted name reaches: a constant; or a static member, here and in the class that declares it,
 * which also counts for the statics of those classes as a whole.
 */
function findBindings(program: Program, module: LinkedModule, path: readonly string[]): readonly Reached[] {
  const [root, ...members] = path;
  let entity = lookupRoot(program, module, root ?? "") ?? null;
  while (entity !== null && isNamespace(entity) && members.length > 0) {
    const found = resolveMember(program, entity, members.shift() ?? "");
    entity = found?.ok === true ? found.value : null;
  }
  if (entity === null) return [];
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
