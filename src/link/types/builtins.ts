// The language's own type names: arrays, maps, dates, bytes, and the generics that turn one object type into another.

import type { TypeNode } from "../../model/summary.ts";
import { type Outcome, succeed } from "../fold/outcome.ts";
import { badArgument, noColumnType } from "./failures.ts";
import {
  describeShape,
  keysOf,
  membersOf,
  type ObjectShape,
  type Shape,
  type ShapeMember,
  type TypeEnv,
  type Typer,
  unite,
} from "./shape.ts";

type Reference = Extract<TypeNode, { kind: "reference" | "import" }>;
type Builtin = (typer: Typer, node: Reference, env: TypeEnv) => Outcome<Shape>;

const LIST: Builtin = (typer, node, env) =>
  withArguments(node, env, 1, ([element]) => ({ kind: "list", element: part(typer, element, env) }));
const MAP: Builtin = (typer, node, env) =>
  withArguments(node, env, 2, ([key, value]) => ({
    kind: "map",
    key: part(typer, key, env),
    value: part(typer, value, env),
  }));

const BUILTINS: Readonly<Record<string, Builtin>> = {
  Array: LIST,
  ReadonlyArray: LIST,
  Map: MAP,
  ReadonlyMap: MAP,
  Date: () => succeed({ kind: "scalar", name: "Date", type: { kind: "timestamptz" } }),
  Uint8Array: () => succeed({ kind: "scalar", name: "Uint8Array", type: { kind: "binary" } }),
  Buffer: () => succeed({ kind: "scalar", name: "Buffer", type: { kind: "binary" } }),
  Record: shapeOfRecord,
  Partial: (typer, node, env) => mapMembers(typer, node, env, (member) => ({ ...member, optional: true })),
  Required: (typer, node, env) => mapMembers(typer, node, env, (member) => ({ ...member, optional: false })),
  Readonly: (typer, node, env) => firstArgument(typer, node, env),
  NonNullable: (typer, node, env) => filterMembers(typer, node, env, (shape) => shape.kind !== "nullish"),
  Pick: (typer, node, env) => selectMembers(typer, node, env, true),
  Omit: (typer, node, env) => selectMembers(typer, node, env, false),
  Exclude: (typer, node, env) => exclude(typer, node, env, false),
  Extract: (typer, node, env) => exclude(typer, node, env, true),
};

/** The names of types that are always there. */
export const TYPE_NAMES: readonly string[] = [
  ...["string", "number", "boolean", "bigint", "null", "undefined"],
  ...Object.keys(BUILTINS),
];

const ADVICE: Readonly<Record<string, string>> = {
  Set: "use an array: `T[]`",
  ReadonlySet: "use an array: `T[]`",
  Promise: "declare the value itself, not a promise of it",
  Function: "remove the property",
};

const UNMAPPED = new Set(
  "Object Function Symbol Promise Set ReadonlySet WeakMap WeakSet RegExp Error ReturnType Parameters Awaited".split(
    " ",
  ),
);

/** The shape of a name of the language; null for any other name. */
export function shapeOfBuiltin(typer: Typer, node: Reference, env: TypeEnv): Outcome<Shape> | null {
  const name = node.name.join(".");
  if (Object.hasOwn(BUILTINS, name)) return BUILTINS[name]?.(typer, node, env) ?? null;
  return UNMAPPED.has(name) ? noColumnType(node, env, `\`${name}\``, ADVICE[name]) : null;
}

function part(typer: Typer, node: TypeNode | undefined, env: TypeEnv): () => Outcome<Shape> {
  return () => (node === undefined ? succeed(unite([])) : typer.shape(node, env));
}

function withArguments(
  node: Reference,
  env: TypeEnv,
  count: number,
  make: (args: readonly TypeNode[]) => Shape,
): Outcome<Shape> {
  if (node.args.length === count) return succeed(make(node.args));
  const expected = count === 1 ? "one type argument" : `${count} type arguments`;
  return badArgument(node, env, node.name.join("."), expected, String(node.args.length));
}

function firstArgument(typer: Typer, node: Reference, env: TypeEnv): Outcome<Shape> {
  const [argument] = node.args;
  if (argument !== undefined) return typer.shape(argument, env);
  return badArgument(node, env, node.name.join("."), "one type argument", "0");
}

/** `Record<string, T>` is a map, `Record<"a" | "b", T>` an object. */
function shapeOfRecord(typer: Typer, node: Reference, env: TypeEnv): Outcome<Shape> {
  const [keyNode, valueNode] = node.args;
  if (keyNode === undefined || valueNode === undefined) return MAP(typer, node, env);
  const key = typer.shape(keyNode, env);
  if (!key.ok) return key;
  const names = keysOf(key.value);
  const value = part(typer, valueNode, env);
  if (names === null || names.length === 0) return succeed({ kind: "map", key: () => key, value });
  const members = [...new Set(names)].map((name): ShapeMember => ({ name, optional: false, type: value }));
  return succeed({ kind: "object", members, index: null, name: null });
}

/** The object type in the first argument; anything else is a failure. */
function objectArgument(typer: Typer, node: Reference, env: TypeEnv): Outcome<ObjectShape> {
  const shape = firstArgument(typer, node, env);
  if (!shape.ok) return shape;
  if (shape.value.kind === "object") return succeed(shape.value);
  const [argument = node] = node.args;
  return badArgument(argument, env, node.name.join("."), "an object type", describeShape(shape.value));
}

function mapMembers(
  typer: Typer,
  node: Reference,
  env: TypeEnv,
  change: (member: ShapeMember) => ShapeMember,
): Outcome<Shape> {
  const shape = objectArgument(typer, node, env);
  return shape.ok ? succeed({ ...shape.value, members: shape.value.members.map(change), name: null }) : shape;
}

/** `Pick` and `Omit`. */
function selectMembers(typer: Typer, node: Reference, env: TypeEnv, keep: boolean): Outcome<Shape> {
  const shape = objectArgument(typer, node, env);
  if (!shape.ok) return shape;
  const [, keyNode = node] = node.args;
  const keys = keyNode === node ? succeed(unite([])) : typer.shape(keyNode, env);
  if (!keys.ok) return keys;
  const names = keysOf(keys.value);
  if (names === null || names.length === 0) {
    return badArgument(
      keyNode,
      env,
      node.name.join("."),
      'property names such as `"a" | "b"`',
      describeShape(keys.value),
    );
  }
  const wanted = new Set(names);
  const members = shape.value.members.filter((member) => wanted.has(member.name) === keep);
  return succeed({ kind: "object", members, index: shape.value.index, name: null });
}

function filterMembers(typer: Typer, node: Reference, env: TypeEnv, keep: (shape: Shape) => boolean): Outcome<Shape> {
  const shape = firstArgument(typer, node, env);
  return shape.ok ? succeed(unite(membersOf(shape.value).filter(keep))) : shape;
}

/** `Exclude` and `Extract` over literals. */
function exclude(typer: Typer, node: Reference, env: TypeEnv, keep: boolean): Outcome<Shape> {
  const [, second = node] = node.args;
  const removed = second === node ? succeed(unite([])) : typer.shape(second, env);
  if (!removed.ok) return removed;
  const members = membersOf(removed.value);
  return filterMembers(typer, node, env, (shape) => members.some((member) => covers(member, shape)) === keep);
}

/** Whether every value of `shape` is one of `member`, for the kinds that unions of literals are made of. */
function covers(member: Shape, shape: Shape): boolean {
  if (member.kind === "nullish" || shape.kind === "nullish") return member.kind === shape.kind;
  if (member.kind === "literal") return shape.kind === "literal" && shape.value === member.value;
  if (member.kind !== "scalar") return false;
  return shape.kind === "literal"
    ? typeof shape.value === member.name
    : shape.kind === "scalar" && shape.name === member.name;
}
