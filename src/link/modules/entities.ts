// What can be said of a thing once its name is resolved: its identity, its members that are names.

import type { Program } from "./program.ts";
import { createScope, type DeclaredEntity, type Entity, type NameScope } from "./scope.ts";

/** An identity for things that are found by name: `src/keys.ts#KEY`. */
export function entityKey(entity: Entity): string {
  switch (entity.kind) {
    case "declared":
      return `${entity.scope.file.path}#${entity.scope.prefix}${entity.name}`;
    case "module":
      return `${entity.module.file.path}#*`;
    case "default":
      return `${entity.module.file.path}#${entity.exported}`;
    case "class":
      return `${entity.class.id.module}#${entity.class.id.name}`;
    case "enum-member":
      return `${entityKey(entity.entity)}.${entity.name}`;
    case "dsl-module":
      return "dsl#*";
    case "dsl":
    case "root":
      return `dsl#${entity.name}`;
    case "foreign":
      return `foreign#${entity.name}`;
    case "parameter":
      return `parameter#${entity.name}`;
  }
}

/** Whether an entity has members that are names: a module, a namespace, the authoring library. */
export function isNamespace(entity: Entity): boolean {
  if (entity.kind === "module" || entity.kind === "dsl-module") return true;
  return entity.kind === "declared" && entity.declarations.some((declaration) => declaration.kind === "namespace");
}

/** The scope of a namespace, all its blocks together; null for anything else. */
export function namespaceScope(program: Program, entity: DeclaredEntity): NameScope | null {
  const known = program.namespaces.get(entity.declarations);
  if (known !== undefined) return known;
  const blocks = entity.declarations.flatMap((declaration) =>
    declaration.kind === "namespace" ? [declaration.scope] : [],
  );
  const prefix = `${entity.scope.prefix}${entity.name}.`;
  const scope = blocks.length === 0 ? null : createScope(entity.scope.file, prefix, entity.scope, blocks);
  program.namespaces.set(entity.declarations, scope);
  return scope;
}

/** Names looked at for a suggestion: with more of them, a file of nothing but unknown names would take minutes. */
const MAX_NAMES = 300;

/** Names visible from a scope, for suggestions. */
export function visibleNames(scope: NameScope): readonly string[] {
  const names: string[] = [];
  for (const name of namesFrom(scope)) {
    if (names.push(name) === MAX_NAMES) break;
  }
  return names;
}

function* namesFrom(scope: NameScope): Generator<string> {
  yield* scope.file.imports.keys();
  for (let at: NameScope | null = scope; at !== null; at = at.parent) {
    yield* at.declarations.keys();
    yield* at.bound.keys();
  }
}
