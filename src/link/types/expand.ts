// Aliases and interfaces with their arguments put in place of their parameters. A type that comes back to itself with
// the same arguments, or that grows with every step, is refused.

import type { InterfaceDeclaration, TypeAliasDeclaration, TypeNode } from "../../model/summary.ts";
import { fail, type Outcome, passThrough, succeed } from "../fold/outcome.ts";
import { entityKey } from "../modules/entities.ts";
import { type DeclaredEntity, NO_PARAMETERS, spanIn } from "../modules/scope.ts";
import { noColumnType } from "./failures.ts";
import { shapeOfMembers } from "./members.ts";
import { bindParameters, chase, isSameArgument } from "./parameters.ts";
import {
  describeShape,
  type ObjectShape,
  type OpenType,
  type Shape,
  type ShapeMember,
  spanOfType,
  type TypeArgument,
  type TypeEnv,
  type Typer,
  type TypeUse,
  through,
} from "./shape.ts";

/** Named types expanded inside one another; more of them are taken for a type that grows without end. */
const MAX_OPEN = 64;

/** An alias or an interface with its arguments bound. */
export function expand(
  typer: Typer,
  entity: DeclaredEntity,
  declaration: TypeAliasDeclaration | InterfaceDeclaration,
  use: TypeUse,
): Outcome<Shape> {
  const { node, env, reference } = use;
  const args = node.args.map((arg) => chase(arg, env));
  const open = enter(entity, args, env);
  const circle = findCircle(open);
  if (circle !== null) return fail("MXC1043", { path: circle }, reference.span, reference.name);
  const parameters = bindParameters(declaration.parameters, args, entity, open);
  if (parameters === null) return missingArgument(use, declaration);
  const shape =
    declaration.kind === "type"
      ? named(typer.shape(declaration.type, { scope: entity.scope, parameters, open }), declaration)
      : named(shapeOfInterfaces(typer, entity, args, open), declaration);
  const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
  return through(shape, (failures) => passThrough(failures, hop, reference));
}

/** What is generic has a name only with its arguments, and so none that others could know it by. */
function named(
  shape: Outcome<Shape>,
  { name, parameters }: TypeAliasDeclaration | InterfaceDeclaration,
): Outcome<Shape> {
  if (!shape.ok || shape.value.kind !== "object" || shape.value.name !== null || parameters.length > 0) return shape;
  return succeed({ ...shape.value, name });
}

/** A named type that is being expanded from here on. */
export function enter(entity: DeclaredEntity, args: readonly TypeArgument[], env: TypeEnv): OpenType {
  return { key: entityKey(entity), name: entity.name, args, depth: (env.open?.depth ?? 0) + 1, outer: env.open };
}

/** The names from a type back to itself; null when it is not inside itself. */
export function findCircle(start: OpenType): string | null {
  const names = [start.name];
  for (let at = start.outer; at !== null; at = at.outer) {
    names.unshift(at.name);
    const same = at.key === start.key && at.args.length === start.args.length;
    if (same && at.args.every((arg, index) => isSameArgument(arg, start.args[index]))) return names.join(" → ");
  }
  if (start.depth <= MAX_OPEN) return null;
  // It grows: once around is enough to see how.
  const before = names.lastIndexOf(start.name, -2);
  return names.slice(before < 0 ? -4 : before).join(" → ");
}

function missingArgument(
  { node, env }: TypeUse,
  declaration: TypeAliasDeclaration | InterfaceDeclaration,
): Outcome<Shape> {
  const names = declaration.parameters.map((parameter) => parameter.name).join(", ");
  const expected = `type arguments for ${names}`;
  const args = { type: declaration.name, expected, found: String(node.args.length) };
  return fail("MXC1044", args, spanOfType(node, env), declaration.name);
}

/** All declarations of an interface together: what they extend first, as columns would be. */
function shapeOfInterfaces(
  typer: Typer,
  entity: DeclaredEntity,
  args: readonly TypeArgument[],
  open: OpenType,
): Outcome<Shape> {
  const members = new Map<string, ShapeMember>();
  let index: ObjectShape["index"] = null;
  for (const declaration of entity.declarations) {
    if (declaration.kind !== "interface") continue;
    const parameters = bindParameters(declaration.parameters, args, entity, open) ?? NO_PARAMETERS;
    for (const part of partsOf(typer, declaration, { scope: entity.scope, parameters, open })) {
      if (!part.ok) return part;
      for (const member of part.value.members) members.set(member.name, member);
      index = part.value.index ?? index;
    }
  }
  return succeed({ kind: "object", members: [...members.values()], index, name: null });
}

/** What an interface extends, then what it declares. */
function partsOf(typer: Typer, declaration: InterfaceDeclaration, env: TypeEnv): readonly Outcome<ObjectShape>[] {
  const bases = declaration.extends.map((base) => asObject(typer.shape(base, env), base, env));
  return [...bases, shapeOfMembers(typer, declaration.members, env)];
}

function asObject(shape: Outcome<Shape>, node: TypeNode, env: TypeEnv): Outcome<ObjectShape> {
  if (!shape.ok) return shape;
  const { value } = shape;
  if (value.kind === "object") return succeed(value);
  if (value.kind === "map")
    return succeed({ kind: "object", members: [], index: { key: value.key, value: value.value }, name: null });
  return noColumnType(node, env, `${describeShape(value)} as a base of an interface`);
}
