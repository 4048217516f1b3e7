// Aliases and interfaces with their arguments put in place of their parameters. A type that comes back to itself with
// the same arguments, or that grows with every step, is refused.

import type { InterfaceDeclaration, TypeAliasDeclaration, TypeNode } from "../../model/summary.ts";
import { fail, type Hop, type Outcome, passThrough, succeed } from "../fold/outcome.ts";
import { entityKey } from "../modules/entities.ts";
import { type DeclaredEntity, spanIn } from "../modules/scope.ts";
import { shapeOfMembers } from "./members.ts";
import { bindParameters, chase, isSameArgument } from "./parameters.ts";
import {
  NO_PARAMETERS,
  type ObjectShape,
  type OpenType,
  type Shape,
  type ShapeMember,
  spanOfType,
  type TypeArgument,
  type TypeEnv,
  type Typer,
  through,
} from "./shape.ts";

/** Named types expanded inside one another; more of them are taken for a type that grows without end. */
const MAX_OPEN = 64;

type Named = Extract<TypeNode, { kind: "reference" | "import" }>;

/** An alias or an interface with its arguments bound. */
export function expand(
  typer: Typer,
  entity: DeclaredEntity,
  declaration: TypeAliasDeclaration | InterfaceDeclaration,
  node: Named,
  env: TypeEnv,
  reference: Hop,
  interfaces: readonly InterfaceDeclaration[] = [],
): Outcome<Shape> {
  const args = node.args.map((arg) => chase(arg, env));
  const open = enter(entity, args, env);
  const circle = findCircle(open);
  if (circle !== null) return fail("MXC1043", { path: circle }, reference.span, reference.name);
  const parameters = bindParameters(declaration.parameters, args, entity, open);
  if (parameters === null) return missingArgument(node, env, declaration);
  const inner: TypeEnv = { scope: entity.scope, parameters, open };
  const shape =
    declaration.kind === "type"
      ? typer.shape(declaration.type, inner)
      : shapeOfInterfaces(typer, entity, interfaces, args, open);
  const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
  return through(shape, (failures) => passThrough(failures, hop, reference));
}

function enter(entity: DeclaredEntity, args: readonly TypeArgument[], env: TypeEnv): OpenType {
  return { key: entityKey(entity), name: entity.name, args, depth: (env.open?.depth ?? 0) + 1, outer: env.open };
}

/** The names from a type back to itself; null when it is not inside itself. */
function findCircle(start: OpenType): string | null {
  const names = [start.name];
  for (let at = start.outer; at !== null; at = at.outer) {
    names.unshift(at.name);
    const same = at.key === start.key && at.args.length === start.args.length;
    if (same && at.args.every((arg, index) => isSameArgument(arg, start.args[index]))) return names.join(" → ");
  }
  return start.depth > MAX_OPEN ? names.slice(-4).join(" → ") : null;
}

function missingArgument(
  node: Named,
  env: TypeEnv,
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
  interfaces: readonly InterfaceDeclaration[],
  args: readonly TypeArgument[],
  open: OpenType,
): Outcome<Shape> {
  const members = new Map<string, ShapeMember>();
  let index: ObjectShape["index"] = null;
  for (const declaration of interfaces) {
    const parameters = bindParameters(declaration.parameters, args, entity, open) ?? NO_PARAMETERS;
    const env: TypeEnv = { scope: entity.scope, parameters, open };
    const parts = [
      ...declaration.extends.map((base) => typer.shape(base, env)),
      shapeOfMembers(typer, declaration.members, env),
    ];
    for (const part of parts) {
      if (!part.ok) return part;
      if (part.value.kind !== "object") continue;
      for (const member of part.value.members) members.set(member.name, member);
      index = part.value.index ?? index;
    }
  }
  return succeed({ kind: "object", members: [...members.values()], index });
}
