// Names of types → what they stand for: parameters, aliases and interfaces, enums, types of the library and the language.

import { suggest } from "../../diagnostics/suggest.ts";
import type { Declaration, Expression, TypeNode } from "../../model/summary.ts";
import { resolveEntity } from "../classes/heritage.ts";
import { enumMemberNames, foldEnumMember } from "../fold/enums.ts";
import { fail, type Hop, type Outcome, reachedBy, succeed } from "../fold/outcome.ts";
import { toPrimitive } from "../fold/primitive.ts";
import { isNamespace, visibleNames } from "../modules/entities.ts";
import { lookupName, resolveMember, resolveNamespace } from "../modules/names.ts";
import { findTarget } from "../modules/program.ts";
import { bindNames, type DeclaredEntity, type Entity, type NameScope } from "../modules/scope.ts";
import { shapeOfBuiltin, TYPE_NAMES } from "./builtins.ts";
import { shapeOfDsl } from "./dsl-types.ts";
import { enter, expand, type NamedType, refuse } from "./expand.ts";
import { noColumnType } from "./failures.ts";
import { type Shape, spanOfType, type TypeEnv, type Typer, type TypeUse, unite } from "./shape.ts";

type Kind<K extends TypeNode["kind"]> = Extract<TypeNode, { kind: K }>;

/** `a.b.C<args>`. */
export function shapeOfReference(typer: Typer, node: Kind<"reference">, env: TypeEnv): Outcome<Shape> {
  const [first = "", ...rest] = node.name;
  const parameter = rest.length === 0 ? env.parameters.get(first) : undefined;
  if (parameter !== undefined) return typer.shape(parameter.node, parameter.env);
  const reference = { name: node.name.join("."), span: spanOfType(node, env) };
  const found = findType(typer, node.name, env.scope);
  if (found === null) return shapeOfBuiltin(typer, node, env) ?? unknownType(node, env);
  if (found.ok) return shapeOfEntity(typer, found.value, { node, env, reference });
  const platform = findPlatformName(typer, node.name, env.scope);
  const known = platform === null ? null : shapeOfBuiltin(typer, { ...node, name: [platform] }, env);
  return known ?? reachedBy(found.failures, reference);
}

/** The name that a type of Node.js has, where it is imported from there: `Buffer` is the same without. */
function findPlatformName(typer: Typer, names: readonly string[], scope: NameScope): string | null {
  const binding = scope.file.imports.get(names[0] ?? "");
  if (binding === undefined) return null;
  const target = findTarget(typer.folder.program, scope.file.path, binding.specifier);
  if (target.kind !== "builtin" || names.length > 2) return null;
  return names[1] ?? binding.imported;
}

function unknownType(node: Kind<"reference">, env: TypeEnv): Outcome<Shape> {
  const name = node.name.join(".");
  const known = [...visibleNames(env.scope), ...env.parameters.keys(), ...TYPE_NAMES];
  return fail("MXC1042", { name, suggestion: suggest(name, known) }, spanOfType(node, env), name);
}

function findType(
  typer: Typer,
  [first = "", ...rest]: readonly string[],
  scope: NameScope,
  depth = 0,
): Outcome<Entity> | null {
  let found = followDefault(typer, lookupName(typer.folder.program, scope, first, "type"), depth);
  for (const name of rest) {
    if (found === null || !found.ok) return found;
    if (isEnumMember(found.value, rest, name)) return succeed({ kind: "enum-member", entity: found.value, name });
    const member = isNamespace(found.value) ? resolveMember(typer.folder.program, found.value, name) : null;
    found = followDefault(typer, member, depth);
  }
  return found;
}

/** Default exports in a row; more of them lead nowhere. */
const MAX_DEFAULTS = 64;

/** `export default Name` exports whatever has the name: an alias, an interface, an enum. */
function followDefault(typer: Typer, found: Outcome<Entity> | null, depth: number): Outcome<Entity> | null {
  if (found?.ok !== true || found.value.kind !== "default" || depth === MAX_DEFAULTS) return found;
  const names = namesOf(found.value.value);
  return (names === null ? null : findType(typer, names, found.value.module.scope, depth + 1)) ?? found;
}

/** The names of `a.b.c`; null for any other expression. */
function namesOf(expression: Expression): readonly string[] | null {
  if (expression.kind === "name") return [expression.name];
  const object = expression.kind === "member" ? namesOf(expression.object) : null;
  return object === null || expression.kind !== "member" ? null : [...object, expression.name];
}

/** `Color.Red` as a type. */
function isEnumMember(entity: Entity, rest: readonly string[], name: string): entity is DeclaredEntity {
  if (entity.kind !== "declared" || rest.at(-1) !== name) return false;
  return entity.declarations.some(
    (declaration) => declaration.kind === "enum" && declaration.members.some((member) => member.name === name),
  );
}

/** `import("specifier").a.b<args>`. */
export function shapeOfImport(typer: Typer, node: Kind<"import">, env: TypeEnv): Outcome<Shape> {
  const reference = { name: node.name.join("."), span: spanOfType(node, env) };
  const { specifier, range } = node;
  const start = resolveNamespace(typer.folder.program, env.scope, { specifier, imported: "*", range });
  if (!start.ok) return reachedBy(start.failures, reference);
  const inner = bindNames(env.scope, new Map([["*", start.value]]));
  const found = findType(typer, ["*", ...node.name], inner);
  if (found === null || node.name.length === 0) {
    return fail("MXC1042", { name: reference.name, suggestion: null }, reference.span, reference.name);
  }
  if (!found.ok) return reachedBy(found.failures, reference);
  return shapeOfEntity(typer, found.value, { node, env, reference });
}

function shapeOfEntity(typer: Typer, entity: Entity, use: TypeUse): Outcome<Shape> {
  const { node, env, reference } = use;
  switch (entity.kind) {
    case "dsl":
      return shapeOfDsl(typer, entity.name, node, env);
    case "declared":
      return shapeOfDeclared(typer, entity, use);
    case "enum-member":
      return memberShape(typer, entity.entity, entity.name, reference);
    case "class":
    case "root":
    case "foreign":
      return noColumnType(node, env, `the class \`${reference.name}\``, "name an interface or a type instead");
    default:
      return noColumnType(node, env, `\`${reference.name}\``, "name a type");
  }
}

function shapeOfDeclared(typer: Typer, entity: DeclaredEntity, use: TypeUse): Outcome<Shape> {
  const find = <K extends Declaration["kind"]>(kind: K) =>
    entity.declarations.find(
      (declaration): declaration is Extract<Declaration, { kind: K }> => declaration.kind === kind,
    );
  const alias = find("type");
  const next = (node: TypeNode, env: TypeEnv) => findAlias(typer, node, env);
  if (alias !== undefined) return expand(typer, { entity, declaration: alias, use }, next);
  const isClass = find("class") !== undefined;
  const merged = find("interface");
  if (merged !== undefined && !isClass) return expand(typer, { entity, declaration: merged, use }, next);
  if (find("enum") !== undefined) return shapeOfEnum(typer, entity, use.reference);
  const { node, env, reference } = use;
  return (
    shapeOfImportAlias(typer, entity, find("const")?.init ?? null, use) ??
    noColumnType(
      node,
      env,
      `${isClass ? "the class " : ""}\`${reference.name}\``,
      "name an interface or a type instead",
    )
  );
}

/** The alias that a type is only another name for. */
function findAlias(typer: Typer, node: TypeNode, env: TypeEnv): NamedType | null {
  if (node.kind !== "reference" || (node.name.length === 1 && env.parameters.has(node.name[0] ?? ""))) return null;
  const found = findType(typer, node.name, env.scope);
  if (found?.ok !== true || found.value.kind !== "declared") return null;
  const declaration = found.value.declarations.find(({ kind }) => kind === "type");
  if (declaration?.kind !== "type") return null;
  const reference = { name: node.name.join("."), span: spanOfType(node, env) };
  return { entity: found.value, declaration, use: { node, env, reference } };
}

/** `import name = A.B`. */
function shapeOfImportAlias(
  typer: Typer,
  entity: DeclaredEntity,
  init: Expression | null,
  { node, env, reference }: TypeUse,
): Outcome<Shape> | null {
  const target = init === null ? null : resolveEntity(typer.folder.program, init, entity.scope);
  if (target?.ok !== true) return target;
  const open = enter(entity, [], env.open);
  const refused = refuse(open, reference);
  if (refused !== null) return refused;
  return shapeOfEntity(typer, target.value, { node, env: { ...env, open }, reference });
}

function shapeOfEnum(typer: Typer, entity: DeclaredEntity, reference: Hop): Outcome<Shape> {
  const members: Shape[] = [];
  for (const name of enumMemberNames(typer.folder, entity)) {
    const member = memberShape(typer, entity, name, reference);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return succeed(unite(members));
}

function memberShape(typer: Typer, entity: DeclaredEntity, name: string, reference: Hop): Outcome<Shape> {
  const folded = foldEnumMember(typer.folder, entity, name, reference);
  if (folded?.ok === false) return folded;
  const primitive = folded === null ? null : toPrimitive(folded.value);
  if (primitive?.value == null) return fail("MXC1042", { name, suggestion: null }, reference.span, name);
  return succeed({ kind: "literal", value: primitive.value });
}
