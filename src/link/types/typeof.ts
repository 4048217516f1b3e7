// `typeof CONSTANT` as a type, and `(typeof CONSTANT)[number]`, `keyof typeof CONSTANT` through it. A value gives the
// type that TypeScript infers: literals only after `as const`, else the widened type.

import type { ConstDeclaration, Expression, TypeNode } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { enumMemberNames } from "../fold/enums.ts";
import type { Folder } from "../fold/folder.ts";
import { type Outcome, succeed } from "../fold/outcome.ts";
import { toPrimitive } from "../fold/primitive.ts";
import { isNamespace } from "../modules/entities.ts";
import { lookupName, resolveMember } from "../modules/names.ts";
import type { Program } from "../modules/program.ts";
import { bindNames, type DeclaredEntity, type Entity, type NameScope } from "../modules/scope.ts";
import { enter, refuse } from "./expand.ts";
import { noColumnType } from "./failures.ts";
import { type Shape, type ShapeMember, spanOfType, type TypeEnv, type Typer, typeEnv, unite } from "./shape.ts";

type Typeof = Extract<TypeNode, { kind: "typeof" }>;

/** `typeof a.b`. */
export function shapeOfTypeof(typer: Typer, node: Typeof, env: TypeEnv): Outcome<Shape> {
  const { folder } = typer;
  if (node.specifier !== null) return noColumnType(node, env, "the `typeof` of an import");
  const found = lookupName(folder.program, env.scope, node.name[0] ?? "", "typeof");
  const root = found?.ok === true ? found.value : null;
  const { entity, length } = findMember(folder.program, root, node.name);
  const declaration = findConst(entity);
  const members = node.name.slice(length);
  if (declaration?.value.type != null && declaration.value.path.length === 0) {
    if (members.length === 0) return shapeOfAnnotation(typer, declaration, declaration.value.type, node, env);
    return typer.shape(indexedBy({ ...node, name: node.name.slice(0, length) }, members), env);
  }
  // A type query is not run where it stands: what is defined below it counts too.
  const names = new Map(root === null ? [] : [[node.name[0] ?? "", root]]);
  const value = folder.fold(toExpression(node), bindNames(env.scope, names, true));
  if (!value.ok) return value;
  const own = members.length === 0 ? namesOfEnum(folder, entity) : null;
  if (own !== null && value.value.kind === "object") {
    const entries = value.value.entries.filter(({ key }) => own.has(key));
    return succeed(shapeOfValue({ ...value.value, entries }, true));
  }
  return succeed(
    shapeOfValue(
      value.value,
      declaration === null || keepsLiterals({ program: folder.program, known: new Map() }, declaration, 0),
    ),
  );
}

/** How far names lead through modules and namespaces, and to what. */
function findMember(
  program: Program,
  root: Entity | null,
  names: readonly string[],
): { readonly entity: Entity | null; readonly length: number } {
  let entity = root;
  let length = 1;
  for (; entity !== null && isNamespace(entity) && length < names.length; length++) {
    const found = resolveMember(program, entity, names[length] ?? "");
    entity = found?.ok === true ? found.value : null;
  }
  return { entity, length };
}

/** `typeof a.b` of an `a` whose type is written: what that type has at `b`. */
function indexedBy(start: Typeof, members: readonly string[]): TypeNode {
  const { range } = start;
  let node: TypeNode = start;
  for (const value of members) {
    node = { kind: "indexed", object: node, index: { kind: "literal", value, range }, range };
  }
  return node;
}

/** The members of an enum, without the names that its numbers have at run time; null for anything else. */
function namesOfEnum(folder: Folder, root: Entity | null): ReadonlySet<string> | null {
  if (root?.kind !== "declared" || !root.declarations.some(({ kind }) => kind === "enum")) return null;
  return new Set(enumMemberNames(folder, root));
}

/** The type that is written at a constant; it may lead back to the constant. */
function shapeOfAnnotation(
  typer: Typer,
  { entity }: FoundConst,
  type: TypeNode,
  node: Typeof,
  env: TypeEnv,
): Outcome<Shape> {
  const open = enter(entity, [], env.open);
  const refused = refuse(open, { name: entity.name, span: spanOfType(node, env) });
  if (refused !== null) return refused;
  return typer.shape(type, { ...typeEnv(entity.scope), open });
}

interface FoundConst {
  readonly value: ConstDeclaration;
  readonly entity: DeclaredEntity;
}

/** The constant that an entity is. */
function findConst(root: Entity | null): FoundConst | null {
  if (root?.kind !== "declared") return null;
  const value = root.declarations.find((declaration) => declaration.kind === "const");
  return value === undefined ? null : { value, entity: root };
}

function toExpression({ name: [first = "", ...rest], range }: Typeof): Expression {
  let expression: Expression = { kind: "name", name: first, range };
  for (const name of rest) {
    expression = { kind: "member", object: expression, name, nameRange: range, optional: false, range };
  }
  return expression;
}

/** Constants made of one another; more of them count as widened. Names that only stand for another are none of them. */
const MAX_CONSTANTS = 256;

/**
 * `as const` and lone literals keep their literal types; other arrays and objects are widened, and so is what is made of
 * constants that are, or that have a type of their own.
 */
function keepsLiterals(search: LiteralSearch, { value, entity }: FoundConst, depth: number): boolean {
  const { init, type, partlyTyped } = value;
  if (init === null) return true;
  if (type !== null || partlyTyped === true || depth === MAX_CONSTANTS) return false;
  const before = search.known.get(value);
  if (before !== undefined) return before;
  // A constant that is made of itself has no value.
  search.known.set(value, false);
  const literal = isLiteral(search, init, entity.scope, depth);
  search.known.set(value, literal);
  return literal;
}

/** Constants looked at so far, each once, however many are made of it. */
interface LiteralSearch {
  readonly program: Program;
  readonly known: Map<ConstDeclaration, boolean>;
}

function isLiteral(search: LiteralSearch, init: Expression, scope: NameScope, depth: number): boolean {
  const parts = init.kind === "as-const" ? partsOf(init.operand) : [init];
  return parts.every((part) => {
    if (part.kind === "name" || part.kind === "member") return isLiteralName(search, part, scope, depth);
    return part.kind !== "array" && part.kind !== "object" && part.kind !== "call" && part.kind !== "new";
  });
}

function isLiteralName(search: LiteralSearch, expression: Expression, scope: NameScope, depth: number): boolean {
  const seen = new Set<ConstDeclaration>();
  let constant = findNamed(search.program, expression, scope);
  for (let init = aliased(constant); constant !== null && init !== null; init = aliased(constant)) {
    // A constant that is made of itself has no value.
    if (seen.has(constant.value)) return false;
    seen.add(constant.value);
    constant = findNamed(search.program, init, constant.entity.scope);
  }
  return constant === null || keepsLiterals(search, constant, depth + 1);
}

/** What a constant is only another name for; null for any other value. */
function aliased(constant: FoundConst | null): Expression | null {
  const { init = null, type = null, partlyTyped } = constant?.value ?? {};
  return type === null && partlyTyped !== true && init?.kind === "name" ? init : null;
}

/** The constant that a name, or a member of a namespace, stands for. */
function findNamed(program: Program, expression: Expression, scope: NameScope): FoundConst | null {
  const names: string[] = [];
  let root = expression;
  for (; root.kind === "member"; root = root.object) names.unshift(root.name);
  const found = root.kind === "name" ? lookupName(program, scope, root.name, "value") : null;
  return found?.ok === true ? findConst(findMember(program, found.value, ["", ...names]).entity) : null;
}

/** What an array or an object is made of, all the way down; else the expression itself. */
function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "as-const") return partsOf(expression.operand);
  if (expression.kind === "array") return expression.items.flatMap((item) => partsOf(item.value));
  return expression.kind === "object"
    ? expression.properties.flatMap((each) => ("value" in each ? partsOf(each.value) : []))
    : [expression];
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
