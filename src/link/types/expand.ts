// Aliases and interfaces with their arguments put in place of their parameters. A type that comes back to itself with
// the same arguments, or that grows with every step, is refused.

import type { InterfaceDeclaration, TypeAliasDeclaration, TypeNode } from "../../model/summary.ts";
import { fail, type Hop, type Outcome, passThrough, succeed } from "../fold/outcome.ts";
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

/** A type may be inside itself with other arguments; more often than this, and it grows without end. */
const MAX_ROUNDS = 64;

/** Named types expanded inside one another. Names that only stand for another name are none of them. */
const MAX_NESTING = 256;

/** An alias or an interface where it is used. */
export interface NamedType {
  readonly entity: DeclaredEntity;
  readonly declaration: TypeAliasDeclaration | InterfaceDeclaration;
  readonly use: TypeUse;
}

/**
 * An alias or an interface with its arguments bound.
 *
 * @param next the alias that a type is only another name for; null for any other type
 */
export function expand(
  typer: Typer,
  start: NamedType,
  next: (node: TypeNode, env: TypeEnv) => NamedType | null,
): Outcome<Shape> {
  const row: NamedType[] = [];
  return throughRow(expandRow(typer, start, next, row), row);
}

function expandRow(
  typer: Typer,
  start: NamedType,
  next: (node: TypeNode, env: TypeEnv) => NamedType | null,
  row: NamedType[],
): Outcome<Shape> {
  let outer = start.use.env.open;
  for (let at = start; ; ) {
    const { entity, declaration, use }: NamedType = at;
    const args = use.node.args.map((arg) => chase(arg, use.env));
    const open = enter(entity, args, outer, row.length === 0 ? 1 : 0);
    const refused = refuse(open, use.reference);
    if (refused !== null) return refused;
    const parameters = bindParameters(declaration.parameters, args, entity, open);
    if (parameters === null) return missingArgument(use, declaration);
    row.push(at);
    if (declaration.kind === "interface") return shapeOfInterfaces(typer, entity, args, open);
    const env: TypeEnv = { scope: entity.scope, parameters, open };
    const alias = next(declaration.type, env);
    if (alias === null) return typer.shape(declaration.type, env);
    at = alias;
    outer = open;
  }
}

/** A shape as its names, the outermost first, give it: the first name it had, and failures as seen from the use. */
function throughRow(shape: Outcome<Shape>, row: readonly NamedType[]): Outcome<Shape> {
  const known = row.reduceRight((inner, { declaration }) => named(inner, declaration), shape);
  return through(known, (failures) =>
    row.reduceRight<Outcome<never>>(
      (seen, { entity, declaration, use }) => {
        const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
        return seen.ok ? seen : passThrough(seen.failures, hop, use.reference);
      },
      { ok: false, failures },
    ),
  );
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
export function enter(
  entity: DeclaredEntity,
  args: readonly TypeArgument[],
  outer: OpenType | null,
  levels: 0 | 1 = 1,
): OpenType {
  return { key: entityKey(entity), name: entity.name, args, depth: (outer?.depth ?? 0) + levels, outer };
}

/** Why a type cannot be expanded where it stands: it is inside itself, grows, or lies too deep. */
export function refuse(open: OpenType, { span, name }: Hop): Outcome<never> | null {
  const circle = findCircle(open);
  if (circle !== null) return fail("MXC1043", { path: circle }, span, name);
  if (open.depth <= MAX_NESTING) return null;
  return fail("MXC1013", { limit: `${MAX_NESTING} named types inside one another` }, span, name);
}

/** The names from a type back to itself; null when it is not inside itself. */
function findCircle(start: OpenType): string | null {
  let rounds = 0;
  let before: OpenType | null = null;
  for (let at = start.outer; at !== null; at = at.outer) {
    if (at.key !== start.key) continue;
    const same = at.args.length === start.args.length;
    if (same && at.args.every((arg, index) => isSameArgument(arg, start.args[index]))) return namesBetween(at, start);
    before ??= at;
    rounds++;
  }
  // It grows: once around is enough to see how.
  return before === null || rounds < MAX_ROUNDS ? null : namesBetween(before, start);
}

/** From an outer type to an inner one. */
function namesBetween(outer: OpenType, inner: OpenType): string {
  const names: string[] = [];
  for (let at: OpenType | null = inner; at !== null && at !== outer; at = at.outer) names.push(at.name);
  return [...names, outer.name].reverse().join(" → ");
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
