// What a type comes down to once names, generics and operators are taken out. Parts stay unresolved until they are
// needed: a type may mention itself as long as no column does.

import type { ColumnType } from "../../model/column-type.ts";
import type { Span } from "../../model/span.ts";
import type { TypeNode } from "../../model/summary.ts";
import type { Folder } from "../fold/folder.ts";
import { type Failure, type Hop, type Outcome, succeed } from "../fold/outcome.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";

/** A part of a type, resolved on demand. */
export type Part = () => Outcome<Shape>;

/** See the head of the file. */
export type Shape =
  /** `name` is how messages call it. */
  | { readonly kind: "scalar"; readonly name: string; readonly type: ColumnType }
  | { readonly kind: "literal"; readonly value: string | number | boolean | bigint }
  /** `null` and `undefined`. */
  | { readonly kind: "nullish" }
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  | { readonly kind: "list"; readonly element: Part }
  | { readonly kind: "tuple"; readonly elements: readonly Part[] }
  | { readonly kind: "map"; readonly key: Part; readonly value: Part }
  | ObjectShape;

/** An object type or an interface. */
export interface ObjectShape {
  readonly kind: "object";
  readonly members: readonly ShapeMember[];
  readonly index: { readonly key: Part; readonly value: Part } | null;
  /** The first name it was given; null for one that stands in place or is made of others. */
  readonly name: string | null;
}

/** A property of an object type. */
export interface ShapeMember {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Part;
}

/** Where the names of a type are looked up. */
export interface TypeEnv {
  readonly scope: NameScope;
  /** Type parameters and what they stand for. */
  readonly parameters: ReadonlyMap<string, TypeArgument>;
  /** Named types being expanded, innermost first. */
  readonly open: OpenType | null;
}

/** A type together with the place its names belong to. */
export interface TypeArgument {
  readonly node: TypeNode;
  readonly env: TypeEnv;
}

/** A named type being expanded, with its arguments. */
export interface OpenType {
  readonly key: string;
  readonly name: string;
  readonly args: readonly TypeArgument[];
  readonly depth: number;
  readonly outer: OpenType | null;
}

/** A named type where it is used. */
export interface TypeUse {
  readonly node: Extract<TypeNode, { kind: "reference" | "import" }>;
  readonly env: TypeEnv;
  /** How it reads, and where. */
  readonly reference: Hop;
}

/** What resolving types needs; `shape` lets the files for one kind of type stand apart. */
export interface Typer {
  readonly folder: Folder;
  readonly shape: (node: TypeNode, env: TypeEnv) => Outcome<Shape>;
  /** Types resolved for the column at hand. */
  steps: number;
}

/** An environment without type parameters. */
export function typeEnv(scope: NameScope): TypeEnv {
  return { scope, parameters: scope.typeArguments, open: null };
}

/** The place of a type. */
export function spanOfType(node: TypeNode, { scope }: TypeEnv): Span {
  return spanIn(scope, node.range);
}

/** Several shapes as one: unions are flattened, `never` (the empty union) disappears. */
export function unite(members: readonly Shape[]): Shape {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "union", members: flat };
}

/** The members of a union; a list of one for anything else. */
export function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.members : [shape];
}

/** The texts of a union of literals, as keys; null when there is anything else in it. */
export function keysOf(shape: Shape): readonly string[] | null {
  const keys = membersOf(shape).map((member) =>
    member.kind === "literal" && typeof member.value !== "boolean" ? String(member.value) : null,
  );
  return keys.every((key) => key !== null) ? keys : null;
}

/** A shape whose failures, also those of parts resolved later, are seen from a reference to it. */
export function through(shape: Outcome<Shape>, see: (failures: readonly Failure[]) => Outcome<never>): Outcome<Shape> {
  if (!shape.ok) return see(shape.failures);
  const part =
    (inner: Part): Part =>
    () =>
      through(inner(), see);
  const { value } = shape;
  switch (value.kind) {
    case "list":
      return succeed({ kind: "list", element: part(value.element) });
    case "tuple":
      return succeed({ kind: "tuple", elements: value.elements.map(part) });
    case "map":
      return succeed({ kind: "map", key: part(value.key), value: part(value.value) });
    case "object": {
      const members = value.members.map((member) => ({ ...member, type: part(member.type) }));
      const index = value.index === null ? null : { key: part(value.index.key), value: part(value.index.value) };
      return succeed({ ...value, members, index });
    }
    case "union": {
      const members = value.members.map((member) => through(succeed(member), see));
      return succeed({ kind: "union", members: members.flatMap((member) => (member.ok ? member.value : [])) });
    }
    default:
      return shape;
  }
}

/** How messages call a shape. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case "scalar":
      return `\`${shape.name}\``;
    case "literal":
      return `\`${typeof shape.value === "string" ? JSON.stringify(shape.value) : String(shape.value)}\``;
    case "nullish":
      return "`null`";
    case "union":
      return shape.members.length === 0 ? "`never`" : "a union";
    case "list":
      return "an array";
    case "tuple":
      return "a tuple";
    case "map":
      return "a map";
    case "object":
      return "an object";
  }
}
