// `typeof CONSTANT` as a type, and `(typeof CONSTANT)[number]`, `keyof typeof CONSTANT` through it. A value gives the
// type that TypeScript infers: literals only after `as const`, else the widened type.

import type { ConstDeclaration, Expression, TypeNode } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { toPrimitive } from "../fold/primitive.ts";
import { lookupName } from "../modules/names.ts";
import { bindNames, type DeclaredEntity, type Entity } from "../modules/scope.ts";
import { enter, findCircle } from "./expand.ts";
import { noColumnType } from "./failures.ts";
import { type Shape, type ShapeMember, spanOfType, type TypeEnv, type Typer, typeEnv, unite } from "./shape.ts";

type Typeof = Extract<TypeNode, { kind: "typeof" }>;

/** `typeof a.b`. */
export function shapeOfTypeof(typer: Typer, node: Typeof, env: TypeEnv): Outcome<Shape> {
  const { folder } = typer;
  if (node.specifier !== null) return noColumnType(node, env, "the `typeof` of an import");
  const found = lookupName(folder.program, env.scope, node.name[0] ?? "", "typeof");
  const root = found?.ok === true ? found.value : null;
  const declaration = findConst(root, node);
  if (declaration?.value.type != null) return shapeOfAnnotation(typer, declaration, declaration.value.type, node, env);
  // A type query is not run where it stands: what is defined below it counts too.
  const names = new Map(root === null ? [] : [[node.name[0] ?? "", root]]);
  const value = folder.fold(toExpression(node), bindNames(env.scope, names, true));
  if (!value.ok) return value;
  return succeed(shapeOfValue(value.value, declaration === null || keepsLiterals(declaration.value.init)));
}

/** The type that is written at a constant; it may lead back to the constant. */
function shapeOfAnnotation(
  typer: Typer,
  { entity }: FoundConst,
  type: TypeNode,
  node: Typeof,
  env: TypeEnv,
): Outcome<Shape> {
  const open = enter(entity, [], env);
  const circle = findCircle(open);
  if (circle !== null) return fail("MXC1043", { path: circle }, spanOfType(node, env), entity.name);
  return typer.shape(type, { ...typeEnv(entity.scope), open });
}

interface FoundConst {
  readonly value: ConstDeclaration;
  readonly entity: DeclaredEntity;
}

/** The constant that a lone name stands for. */
function findConst(root: Entity | null, { name }: Typeof): FoundConst | null {
  if (root?.kind !== "declared") return null;
  const value = root.declarations.find((declaration) => declaration.kind === "const");
  if (value === undefined || value.path.length > 0) return null;
  return name.length === 1 || value.type === null ? { value, entity: root } : null;
}

function toExpression({ name: [first = "", ...rest], range }: Typeof): Expression {
  let expression: Expression = { kind: "name", name: first, range };
  for (const name of rest) {
    expression = { kind: "member", object: expression, name, nameRange: range, optional: false, range };
  }
  return expression;
}

/** `as const` and lone literals keep their literal types; other arrays and objects are widened. */
function keepsLiterals(init: Expression | null): boolean {
  if (init === null || init.kind === "as-const") return true;
  return init.kind !== "array" && init.kind !== "object" && init.kind !== "call" && init.kind !== "new";
}

function shapeOfValue(value: StaticValue, literal: boolean): Shape {
  if (value.kind === "array") {
    const items = value.items.map((item) => shapeOfValue(item, literal));
    if (literal) return { kind: "tuple", elements: items.map((item) => () => succeed(item)) };
    return { kind: "list", element: () => succeed(unite(items)) };
  }
  if (value.kind === "object") {
    const members = value.entries.map(
      (entry): ShapeMember => ({
        name: entry.key,
        optional: false,
        type: () => succeed(shapeOfValue(entry.value, literal)),
      }),
    );
    return { kind: "object", members, index: null, name: null };
  }
  const primitive = toPrimitive(value);
  if (primitive?.value == null) return primitive === null ? { kind: "union", members: [] } : { kind: "nullish" };
  return literal ? { kind: "literal", value: primitive.value } : widened(primitive.value);
}

function widened(value: string | number | boolean | bigint): Shape {
  const kinds = { string: "string", number: "float64", boolean: "boolean", bigint: "int64" } as const;
  const name = typeof value as keyof typeof kinds;
  return { kind: "scalar", name, type: { kind: kinds[name] } };
}
