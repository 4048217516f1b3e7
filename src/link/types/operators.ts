// Types made of types: `A & B`, `A["key"]`, `keyof A`, template types.

import type { TypeNode } from "../../model/summary.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { noColumnType } from "./failures.ts";
import {
  describeShape,
  membersOf,
  type ObjectShape,
  type Shape,
  type ShapeMember,
  spanOfType,
  type TypeEnv,
  type Typer,
  unite,
} from "./shape.ts";

type Kind<K extends TypeNode["kind"]> = Extract<TypeNode, { kind: K }>;

/** Strings a template type may stand for. */
const MAX_STRINGS = 1000;

const STRING: Shape = { kind: "scalar", name: "string", type: { kind: "string" } };

/** `string & { … }` is a brand and means `string`; object types add up; anything else has no column type. */
export function intersect(typer: Typer, node: Kind<"intersection">, env: TypeEnv): Outcome<Shape> {
  const objects: ObjectShape[] = [];
  const others: Shape[] = [];
  for (const member of node.members) {
    // A brand is never looked into: it may hold anything, also what no column can.
    if (
      member.kind === "object" &&
      node.members.some((other) => other.kind !== "object" && isPlain(typer, other, env))
    ) {
      continue;
    }
    const shape = typer.shape(member, env);
    if (!shape.ok) return shape;
    if (shape.value.kind === "object") objects.push(shape.value);
    else others.push(shape.value);
  }
  const [other] = others;
  if (others.length > 1) return noColumnType(node, env, "an intersection of several types");
  if (other === undefined) return addUp(node, env, objects);
  if (node.members.length === 1) return succeed(other);
  const plain = withoutNull(other);
  return plain === null ? noColumnType(node, env, "an intersection of several types") : succeed(plain);
}

function isPlain(typer: Typer, node: TypeNode, env: TypeEnv): boolean {
  const shape = typer.shape(node, env);
  return shape.ok && withoutNull(shape.value) !== null;
}

/** What is left of a shape in an intersection with a brand, which null is not; null where objects would add up. */
function withoutNull(shape: Shape): Shape | null {
  const members = membersOf(shape).filter(({ kind }) => kind !== "nullish");
  return members.length === 0 || members.some(({ kind }) => kind === "object") ? null : unite(members);
}

function addUp(node: TypeNode, env: TypeEnv, objects: readonly ObjectShape[]): Outcome<Shape> {
  const members = new Map<string, ShapeMember>();
  for (const member of objects.flatMap((object) => object.members)) {
    if (members.has(member.name)) return noColumnType(node, env, `an intersection with two \`${member.name}\``);
    members.set(member.name, member);
  }
  const index = objects.find((object) => object.index !== null)?.index ?? null;
  return succeed({ kind: "object", members: [...members.values()], index, name: null });
}

/** `keyof A`. */
export function shapeOfKeyof(typer: Typer, node: Kind<"keyof">, env: TypeEnv): Outcome<Shape> {
  const shape = typer.shape(node.operand, env);
  if (!shape.ok) return shape;
  const { value } = shape;
  if (value.kind === "map") return value.key();
  if (value.kind !== "object" || value.index !== null)
    return noColumnType(node, env, `the keys of ${describeShape(value)}`);
  return succeed(unite(value.members.map(({ name }) => ({ kind: "literal", value: name }))));
}

/** `A["key"]`, `A[number]`, `A[keyof A]`. */
export function shapeOfIndexed(typer: Typer, node: Kind<"indexed">, env: TypeEnv): Outcome<Shape> {
  const object = typer.shape(node.object, env);
  if (!object.ok) return object;
  const index = typer.shape(node.index, env);
  if (!index.ok) return index;
  const found: Shape[] = [];
  for (const key of membersOf(index.value)) {
    // A union has what each of its members has.
    for (const whole of membersOf(object.value)) {
      const part = select(whole, key);
      if (part === null) {
        return noColumnType(
          node.index,
          env,
          `${describeShape(key)} as an index of ${describeShape(whole)}`,
          "name a property that is there",
        );
      }
      const shape = part();
      if (!shape.ok) return shape;
      found.push(shape.value);
    }
  }
  return succeed(unite(found));
}

function select(object: Shape, key: Shape): (() => Outcome<Shape>) | null {
  const anyNumber = key.kind === "scalar" && key.name === "number";
  if (object.kind === "list") return anyNumber || typeof literal(key) === "number" ? object.element : null;
  if (object.kind === "map") return object.value;
  if (object.kind === "tuple") {
    return anyNumber ? () => uniteParts(object.elements) : (object.elements[Number(literal(key))] ?? null);
  }
  if (object.kind !== "object") return null;
  const member = object.members.find(({ name }) => name === String(literal(key)));
  if (member !== undefined) return () => withUndefined(member);
  return object.index?.value ?? null;
}

function literal(shape: Shape): string | number | boolean | bigint | null {
  return shape.kind === "literal" ? shape.value : null;
}

function uniteParts(parts: readonly (() => Outcome<Shape>)[]): Outcome<Shape> {
  const shapes: Shape[] = [];
  for (const part of parts) {
    const shape = part();
    if (!shape.ok) return shape;
    shapes.push(shape.value);
  }
  return succeed(unite(shapes));
}

/** An optional property may be `undefined`. */
function withUndefined({ type, optional }: ShapeMember): Outcome<Shape> {
  const shape = type();
  return shape.ok && optional ? succeed(unite([shape.value, { kind: "nullish" }])) : shape;
}

/** A template type: every string it stands for, or `string` where there is no end of them. */
export function shapeOfTemplate(typer: Typer, node: Kind<"template">, env: TypeEnv): Outcome<Shape> {
  let texts = [node.texts[0] ?? ""];
  for (const [index, hole] of node.holes.entries()) {
    const shape = typer.shape(hole, env);
    if (!shape.ok) return shape;
    const choices = membersOf(shape.value).map((member) => (member.kind === "literal" ? String(member.value) : null));
    if (!choices.every((choice) => choice !== null)) return succeed(STRING);
    const after = node.texts[index + 1] ?? "";
    if (texts.length * choices.length > MAX_STRINGS) {
      return fail("MXC1013", { limit: `${MAX_STRINGS} strings in one type` }, spanOfType(node, env), "a template type");
    }
    texts = texts.flatMap((text) => choices.map((choice) => text + choice + after));
  }
  return succeed(unite(texts.map((value) => ({ kind: "literal", value }))));
}
