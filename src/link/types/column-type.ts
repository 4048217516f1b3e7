// A shape → the logical column type and whether it admits null. A shape that fits no column type is a failure; nothing
// is guessed.

import type { ColumnType, StructField } from "../../model/column-type.ts";
import type { TypeNode } from "../../model/summary.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { noColumnType } from "./failures.ts";
import {
  describeShape,
  membersOf,
  type ObjectShape,
  type Part,
  type Shape,
  spanOfType,
  type TypeEnv,
  type Typer,
} from "./shape.ts";

/** A type and whether it admits `null` or `undefined`. */
export interface NullableType {
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** The column type of a type as written. */
export function columnTypeOf(typer: Typer, node: TypeNode, env: TypeEnv): Outcome<NullableType> {
  typer.steps = 0;
  return resolvePart(() => typer.shape(node, env), node, env);
}

/** Parts of parts are reported at the type as a whole, unless they have a place of their own. */
function resolvePart(part: Part, node: TypeNode, env: TypeEnv, among: Among = "union"): Outcome<NullableType> {
  const shape = part();
  if (!shape.ok) return shape;
  // Most columns have no more to their type.
  if (shape.value.kind === "scalar") return succeed({ type: shape.value.type, nullable: false });
  const members = membersOf(shape.value);
  const solid = members.filter((member) => member.kind !== "nullish");
  const nullable = solid.length < members.length;
  const type = typeOfUnion(solid, node, env, among);
  return type.ok ? succeed({ type: type.value, nullable }) : type;
}

/** Where types stand that have to be one: in a union, or side by side in a tuple. */
type Among = "union" | "tuple";

function typeOfUnion(members: readonly Shape[], node: TypeNode, env: TypeEnv, among: Among): Outcome<ColumnType> {
  const [first] = members;
  if (first === undefined) return noColumnType(node, env, "no type but `null`", "say which values the column has");
  const literals = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  if (literals.length === members.length) return typeOfLiterals(literals, node, env, among);
  const solid = members.filter((member) => !isCovered(member, members));
  const [only = first, ...others] = solid;
  const other = others.find((member) => outline(member) !== outline(only));
  if (other !== undefined) return mixed(only, other, node, env, among);
  const type = typeOfShape(only, node, env);
  if (!type.ok) return type;
  for (const same of others) {
    const found = typeOfShape(same, node, env);
    if (!found.ok) return found;
    if (!isSameType(found.value, type.value)) return mixed(only, only, node, env, among);
  }
  return type;
}

/** `"a" | string` is `string`. */
function isCovered(member: Shape, members: readonly Shape[]): boolean {
  if (member.kind !== "literal") return false;
  return members.some((other) => other.kind === "scalar" && other.name === typeof member.value);
}

/** What two shapes of one column type have in common at first sight. */
function outline(shape: Shape): string {
  if (shape.kind === "scalar") return JSON.stringify(shape.type);
  if (shape.kind === "object" && shape.index !== null) return "map";
  return shape.kind === "tuple" ? "list" : shape.kind;
}

/** Column types are plain data whose properties stand in one order. What a struct is called makes no other type of it. */
function isSameType(a: ColumnType, b: ColumnType): boolean {
  const structure = (type: ColumnType) =>
    JSON.stringify(type, (key, value) => (key === "model" || key === "optional" ? undefined : value));
  return a === b || structure(a) === structure(b);
}

function mixed(a: Shape, b: Shape, node: TypeNode, env: TypeEnv, among: Among): Outcome<never> {
  const args = { among, first: describeShape(a), second: a === b ? "another" : describeShape(b) };
  return fail("MXC1045", args, spanOfType(node, env), `a ${among}`);
}

/** Strings are labels, whole numbers integers. */
function typeOfLiterals(
  values: readonly (string | number | boolean | bigint)[],
  node: TypeNode,
  env: TypeEnv,
  among: Among,
): Outcome<ColumnType> {
  const [first = ""] = values;
  const other = values.find((value) => typeof value !== typeof first);
  if (other !== undefined) {
    return mixed({ kind: "literal", value: first }, { kind: "literal", value: other }, node, env, among);
  }
  if (typeof first === "boolean") return succeed({ kind: "boolean" });
  if (typeof first === "string") return succeed({ kind: "enum", labels: [...new Set(values.map(String))] });
  const whole = values.every((value) => typeof value === "bigint" || Number.isSafeInteger(value));
  return succeed({ kind: whole ? "int64" : "float64" });
}

function typeOfShape(shape: Shape, node: TypeNode, env: TypeEnv): Outcome<ColumnType> {
  switch (shape.kind) {
    case "scalar":
      return succeed(shape.type);
    case "list":
      return listOf([shape.element], "union", node, env);
    case "tuple":
      return listOf(shape.elements, "tuple", node, env);
    case "map":
      return mapOf(shape.key, shape.value, node, env);
    case "object":
      return structOf(shape, node, env);
    default:
      return noColumnType(node, env, describeShape(shape));
  }
}

/** A tuple is a list when its elements have one type. */
function listOf(elements: readonly Part[], among: Among, node: TypeNode, env: TypeEnv): Outcome<ColumnType> {
  const shapes: Shape[] = [];
  for (const element of elements) {
    const shape = element();
    if (!shape.ok) return shape;
    for (const member of membersOf(shape.value)) shapes.push(member);
  }
  const element = resolvePart(() => succeed({ kind: "union", members: shapes }), elementNode(node), env, among);
  if (!element.ok) return element;
  return succeed({ kind: "list", element: element.value.type, nullable: element.value.nullable });
}

function elementNode(node: TypeNode): TypeNode {
  return node.kind === "array" ? node.element : node;
}

function memberNode(node: TypeNode, name: string): TypeNode {
  if (node.kind !== "object") return node;
  for (const member of node.members) if (member.kind === "property" && member.name === name) return member.type ?? node;
  return node;
}

function mapOf(keyPart: Part, valuePart: Part, node: TypeNode, env: TypeEnv): Outcome<ColumnType> {
  const key = resolvePart(keyPart, node, env);
  if (!key.ok) return key;
  const value = resolvePart(valuePart, node, env);
  if (!value.ok) return value;
  if (key.value.nullable)
    return noColumnType(node, env, "a map with `null` among its keys", "take `null` out of the keys");
  return succeed({ kind: "map", key: key.value.type, value: value.value.type, nullable: value.value.nullable });
}

function structOf(shape: ObjectShape, node: TypeNode, env: TypeEnv): Outcome<ColumnType> {
  const { members, index } = shape;
  if (index !== null) {
    if (members.length === 0) return mapOf(index.key, index.value, node, env);
    return noColumnType(node, env, "an object with both properties and an index signature");
  }
  if (members.length === 0) return noColumnType(node, env, "an object without properties");
  const fields: StructField[] = [];
  for (const member of members) {
    const field = resolvePart(member.type, memberNode(node, member.name), env);
    if (!field.ok) return field;
    const { type, nullable } = field.value;
    fields.push({
      name: member.name,
      type,
      nullable: nullable || member.optional,
      ...(member.optional ? { optional: true } : {}),
    });
  }
  return succeed({ kind: "struct", fields, ...(shape.name === null ? {} : { model: shape.name }) });
}
