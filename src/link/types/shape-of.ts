// A type as written → its shape. Follows names across files, binds type parameters, and leaves operators and the
// language's own generics to the files beside this one.

import { suggest } from "../../diagnostics/suggest.ts";
import type {
  InterfaceDeclaration,
  KeywordType,
  TypeAliasDeclaration,
  TypeMember,
  TypeNode,
  TypeParameter,
} from "../../model/summary.ts";
import { resolveEntity } from "../classes/heritage.ts";
import { enumMemberNames, foldEnumMember } from "../fold/enums.ts";
import type { Folder } from "../fold/folder.ts";
import { type Failure, fail, type Outcome, passThrough, reachedBy, succeed } from "../fold/outcome.ts";
import { toPrimitive } from "../fold/primitive.ts";
import { entityKey, isNamespace, lookupName, resolveMember, resolveNamespace, visibleNames } from "../modules/names.ts";
import { bindNames, type DeclaredEntity, type Entity, spanIn } from "../modules/scope.ts";
import { shapeOfBuiltin } from "./builtins.ts";
import { shapeOfDsl } from "./dsl-types.ts";
import { noColumnType, SAY_JSON } from "./failures.ts";
import { intersect, shapeOfIndexed, shapeOfKeyof, shapeOfTemplate } from "./operators.ts";
import {
  NO_PARAMETERS,
  type OpenType,
  type Shape,
  type ShapeMember,
  spanOfType,
  type TypeArgument,
  type TypeEnv,
  type Typer,
  through,
  typeEnv,
  unite,
} from "./shape.ts";
import { shapeOfTypeof } from "./typeof.ts";

/** Named types expanded inside one another; more of them are taken for a type that grows without end. */
const MAX_OPEN = 64;
/** Types resolved for one column. */
const MAX_STEPS = 20_000;

type Kind<K extends TypeNode["kind"]> = Extract<TypeNode, { kind: K }>;

interface State extends Typer {
  readonly folder: Folder;
}

/** A resolver of types. */
export function createTyper(folder: Folder): Typer {
  const state: State = { folder, steps: 0, shape: (node, env) => shapeOf(state, node, env) };
  return state;
}

function shapeOf(state: State, node: TypeNode, env: TypeEnv): Outcome<Shape> {
  if (state.steps++ > MAX_STEPS)
    return fail("MXC1013", { limit: `${MAX_STEPS} types in one` }, spanOfType(node, env), "");
  switch (node.kind) {
    case "keyword":
      return shapeOfKeyword(node, env);
    case "reference":
      return shapeOfReference(state, node, env);
    case "import":
      return shapeOfImport(state, node, env);
    case "literal":
      return succeed(node.value === null ? { kind: "nullish" } : { kind: "literal", value: node.value });
    case "bigint-literal":
      return succeed({ kind: "literal", value: /^-?\d{1,4096}$/.test(node.value) ? BigInt(node.value) : 0n });
    case "union":
      return shapeOfUnion(state, node, env);
    case "intersection":
      return intersect(state, node, env);
    case "array":
      return succeed({ kind: "list", element: () => state.shape(node.element, env) });
    case "tuple":
      return succeed({ kind: "tuple", elements: node.elements.map((element) => () => state.shape(element, env)) });
    case "object":
      return shapeOfMembers(state, node.members, env);
    case "indexed":
      return shapeOfIndexed(state, node, env);
    case "keyof":
      return shapeOfKeyof(state, node, env);
    case "template":
      return shapeOfTemplate(state, node, env);
    case "typeof":
      return shapeOfTypeof(state.folder, state, node, env);
    case "unsupported":
      return noColumnType(node, env, node.syntax);
  }
}

const KEYWORDS: Readonly<Partial<Record<KeywordType, Shape>>> = {
  string: { kind: "scalar", name: "string", type: { kind: "string" } },
  number: { kind: "scalar", name: "number", type: { kind: "float64" } },
  boolean: { kind: "scalar", name: "boolean", type: { kind: "boolean" } },
  bigint: { kind: "scalar", name: "bigint", type: { kind: "int64" } },
  undefined: { kind: "nullish" },
  never: { kind: "union", members: [] },
};

function shapeOfKeyword(node: Kind<"keyword">, env: TypeEnv): Outcome<Shape> {
  const shape = KEYWORDS[node.name];
  if (shape !== undefined) return succeed(shape);
  return noColumnType(node, env, `\`${node.name}\``, node.name === "symbol" ? "remove the property" : SAY_JSON);
}

function shapeOfUnion(state: State, node: Kind<"union">, env: TypeEnv): Outcome<Shape> {
  const members: Shape[] = [];
  const failures: Failure[] = [];
  for (const member of node.members) {
    const shape = state.shape(member, env);
    if (shape.ok) members.push(shape.value);
    else failures.push(...shape.failures);
  }
  return failures.length > 0 ? { ok: false, failures } : succeed(unite(members));
}

/** The members of an object type or an interface. */
function shapeOfMembers(state: State, members: readonly TypeMember[], env: TypeEnv): Outcome<Shape> {
  const found: ShapeMember[] = [];
  let index = null;
  for (const member of members) {
    const span = spanIn(env.scope, member.range);
    if (member.kind === "unsupported") {
      return fail(
        "MXC1040",
        { type: member.syntax, help: "remove it, or store the object as JSON: `Json<…>`" },
        span,
        member.syntax,
      );
    }
    if (member.kind === "index-signature") {
      index = { key: () => state.shape(member.key, env), value: () => state.shape(member.value, env) };
      continue;
    }
    const { name, type, optional } = member;
    const part = () => (type === null ? fail("MXC1041", { name }, span, name) : state.shape(type, env));
    found.push({ name, optional, type: part });
  }
  return succeed({ kind: "object", members: found, index });
}

function shapeOfReference(state: State, node: Kind<"reference">, env: TypeEnv): Outcome<Shape> {
  const [first = "", ...rest] = node.name;
  const parameter = rest.length === 0 ? env.parameters.get(first) : undefined;
  if (parameter !== undefined) return state.shape(parameter.node, parameter.env);
  const reference = { name: node.name.join("."), span: spanOfType(node, env) };
  const found = findType(state, node.name, env);
  if (found === null) return shapeOfBuiltin(state, node, env) ?? unknownType(node, env);
  if (!found.ok) return reachedBy(found.failures, reference);
  return shapeOfEntity(state, found.value, node, env, reference);
}

function unknownType(node: Kind<"reference">, env: TypeEnv): Outcome<Shape> {
  const name = node.name.join(".");
  const known = [...visibleNames(env.scope), ...env.parameters.keys()];
  return fail("MXC1042", { name, suggestion: suggest(name, known) }, spanOfType(node, env), name);
}

function findType(state: State, [first = "", ...rest]: readonly string[], env: TypeEnv): Outcome<Entity> | null {
  let found = lookupName(state.folder.program, env.scope, first, "type");
  for (const name of rest) {
    if (found === null || !found.ok) return found;
    if (isEnumMember(found.value, rest, name)) return succeed({ kind: "enum-member", entity: found.value, name });
    found = isNamespace(found.value) ? resolveMember(state.folder.program, found.value, name) : null;
  }
  return found;
}

/** `Color.Red` as a type. */
function isEnumMember(entity: Entity, rest: readonly string[], name: string): entity is DeclaredEntity {
  if (entity.kind !== "declared" || rest.at(-1) !== name) return false;
  return entity.declarations.some(
    (declaration) => declaration.kind === "enum" && declaration.members.some((member) => member.name === name),
  );
}

/** `import("specifier").a.b<args>`. */
function shapeOfImport(state: State, node: Kind<"import">, env: TypeEnv): Outcome<Shape> {
  const reference = { name: node.name.join("."), span: spanOfType(node, env) };
  const { specifier, range } = node;
  const start = resolveNamespace(state.folder.program, env.scope, { specifier, imported: "*", range });
  if (!start.ok) return reachedBy(start.failures, reference);
  const inner = bindNames(env.scope, new Map([["*", start.value]]));
  const found = findType(state, ["*", ...node.name], { ...env, scope: inner });
  if (found === null || node.name.length === 0) {
    return fail("MXC1042", { name: reference.name, suggestion: null }, reference.span, reference.name);
  }
  if (!found.ok) return reachedBy(found.failures, reference);
  return shapeOfEntity(state, found.value, node, env, reference);
}

type Named = Kind<"reference"> | Kind<"import">;
interface Reference {
  readonly name: string;
  readonly span: ReturnType<typeof spanOfType>;
}

function shapeOfEntity(state: State, entity: Entity, node: Named, env: TypeEnv, reference: Reference): Outcome<Shape> {
  switch (entity.kind) {
    case "dsl":
      return shapeOfDsl(state, entity.name, node, env);
    case "declared":
      return shapeOfDeclared(state, entity, node, env, reference);
    case "enum-member":
      return memberShape(state, entity.entity, entity.name, reference);
    case "class":
    case "root":
    case "foreign":
      return noColumnType(node, env, `the class \`${reference.name}\``, "name an interface or a type instead");
    default:
      return noColumnType(node, env, `\`${reference.name}\``, "name a type");
  }
}

function shapeOfDeclared(
  state: State,
  entity: DeclaredEntity,
  node: Named,
  env: TypeEnv,
  reference: Reference,
): Outcome<Shape> {
  const { declarations } = entity;
  const alias = declarations.find((declaration) => declaration.kind === "type");
  if (alias !== undefined) return expand(state, entity, alias, node, env, reference);
  const interfaces = declarations.filter((declaration) => declaration.kind === "interface");
  const [first] = interfaces;
  if (first !== undefined && !declarations.some(({ kind }) => kind === "class")) {
    return expand(state, entity, first, node, env, reference, interfaces);
  }
  if (declarations.some(({ kind }) => kind === "enum")) return shapeOfEnum(state, entity, reference);
  for (const declaration of declarations) {
    if (declaration.kind !== "const" || declaration.init === null) continue;
    const target = resolveEntity(state.folder.program, declaration.init, entity.scope);
    if (target?.ok === true && target.value !== entity) return shapeOfEntity(state, target.value, node, env, reference);
  }
  const what = declarations.some(({ kind }) => kind === "class") ? "the class " : "";
  return noColumnType(node, env, `${what}\`${reference.name}\``, "name an interface or a type instead");
}

/** An alias or an interface with its arguments bound. */
function expand(
  state: State,
  entity: DeclaredEntity,
  declaration: TypeAliasDeclaration | InterfaceDeclaration,
  node: Named,
  env: TypeEnv,
  reference: Reference,
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
      ? state.shape(declaration.type, inner)
      : shapeOfInterfaces(state, entity, interfaces, args, open);
  const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
  return through(shape, (failures) => passThrough(failures, hop, reference));
}

/** A parameter that merely passes an argument on stands for that argument. */
function chase(node: TypeNode, env: TypeEnv): TypeArgument {
  const known =
    node.kind === "reference" && node.name.length === 1 ? env.parameters.get(node.name[0] ?? "") : undefined;
  return known ?? { node, env };
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

function isSameArgument(a: TypeArgument, b: TypeArgument | undefined): boolean {
  return a.node === b?.node && a.env.parameters === b.env.parameters;
}

/** Null when an argument is missing and has no default. */
function bindParameters(
  parameters: readonly TypeParameter[],
  args: readonly TypeArgument[],
  { scope }: { readonly scope: TypeEnv["scope"] },
  open: OpenType | null,
): ReadonlyMap<string, TypeArgument> | null {
  if (parameters.length === 0) return NO_PARAMETERS;
  const bound = new Map<string, TypeArgument>();
  for (const [index, parameter] of parameters.entries()) {
    const given = args[index];
    const fallback = parameter.default;
    if (given !== undefined) bound.set(parameter.name, given);
    else if (fallback === null) return null;
    else bound.set(parameter.name, { node: fallback, env: { scope, parameters: new Map(bound), open } });
  }
  return bound;
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
  state: State,
  entity: DeclaredEntity,
  interfaces: readonly InterfaceDeclaration[],
  args: readonly TypeArgument[],
  open: OpenType,
): Outcome<Shape> {
  const members = new Map<string, ShapeMember>();
  let index: Extract<Shape, { kind: "object" }>["index"] = null;
  for (const declaration of interfaces) {
    const parameters = bindParameters(declaration.parameters, args, entity, open) ?? new Map();
    const env: TypeEnv = { scope: entity.scope, parameters, open };
    const parts = [
      ...declaration.extends.map((base) => state.shape(base, env)),
      shapeOfMembers(state, declaration.members, env),
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

function shapeOfEnum(state: State, entity: DeclaredEntity, reference: Reference): Outcome<Shape> {
  const members: Shape[] = [];
  for (const name of enumMemberNames(state.folder, entity)) {
    const member = memberShape(state, entity, name, reference);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return succeed(unite(members));
}

function memberShape(state: State, entity: DeclaredEntity, name: string, reference: Reference): Outcome<Shape> {
  const folded = foldEnumMember(state.folder, entity, name, reference);
  if (folded?.ok === false) return folded;
  const primitive = folded === null ? null : toPrimitive(folded.value);
  if (primitive?.value == null) return fail("MXC1042", { name, suggestion: null }, reference.span, name);
  return succeed({ kind: "literal", value: primitive.value });
}

/** Binds a class's type parameters to the arguments its subclass gives; null when one is missing. */
export function bindClassParameters(
  parameters: readonly TypeParameter[],
  args: readonly TypeNode[],
  from: TypeEnv,
  scope: TypeEnv["scope"],
): TypeEnv {
  if (parameters.length === 0) return typeEnv(scope);
  const given = args.map((arg) => chase(arg, from));
  return { scope, parameters: bindParameters(parameters, given, { scope }, null) ?? NO_PARAMETERS, open: null };
}
