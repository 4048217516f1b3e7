// Names → values: constants, imports, enums, classes. The only place that decides whether a binding can be trusted.

import { suggest } from "../../diagnostics/suggest.ts";
import type { ConstDeclaration, Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { classOfDeclared, defineClass } from "../classes/heritage.ts";
import { entityKey, visibleNames } from "../modules/entities.ts";
import { lookupName } from "../modules/names.ts";
import { type DeclaredEntity, type Entity, type NameScope, spanIn } from "../modules/scope.ts";
import { foldDeclaredType } from "./declared-type.ts";
import { describeExpression, describeValue } from "./describe.ts";
import { findEarlyUse, hasValues } from "./early-use.ts";
import { foldEnum, foldEnumMember } from "./enums.ts";
import { type Folder, foldDeclaration } from "./folder.ts";
import { findDanger, findWrite } from "./hazards.ts";
import { type Folded, fail, failAt, type Hop, reachedBy, succeed } from "./outcome.ts";
import { toPrimitive } from "./primitive.ts";
import { isSealed, type Origin } from "./sealed.ts";
import { unsafe } from "./unsafe.ts";

/** A name in value position. */
export function foldName(folder: Folder, expression: Extract<Expression, { kind: "name" }>, scope: NameScope): Folded {
  const { name } = expression;
  const found = lookupName(folder.program, scope, name, "value");
  const span = spanIn(scope, expression.range);
  if (found?.ok === false) return reachedBy(found.failures, { name, span });
  if (found !== null) return foldEntity(folder, found.value, expression, scope);
  if (name === "undefined") return succeed({ kind: "undefined", span });
  if (isRuntimeName(name)) return runtimeOnly({ name, span });
  if (lookupName(folder.program, scope, name, "type") !== null) {
    return fail("MXC1020", { name, what: "a type" }, span, name);
  }
  return fail("MXC1002", { name, suggestion: suggest(name, visibleNames(scope)) }, span, name);
}

const RUNTIME_NAMES = new Set([
  ..."process globalThis window global self console Date Math JSON Object Symbol crypto Number String Boolean".split(
    " ",
  ),
  ..."BigInt Array Reflect Promise Map Set RegExp Error URL Buffer require module exports NaN Infinity".split(" "),
  ..."__dirname __filename performance navigator document Intl Function Proxy Deno Bun".split(" "),
]);

/** Whether a name that nothing declares is provided by the platform at run time. */
export function isRuntimeName(name: string): boolean {
  return RUNTIME_NAMES.has(name);
}

/** Something that only a running program knows. */
export function runtimeOnly(reference: Hop): Folded {
  return fail("MXC1018", { name: reference.name }, reference.span, reference.name);
}

/** The value of what a reference stands for. */
export function foldEntity(folder: Folder, entity: Entity, expression: Expression, scope: NameScope): Folded {
  const reference = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
  switch (entity.kind) {
    case "declared":
      return foldDeclared(folder, entity, reference, scope);
    case "default":
      return foldDefault(folder, entity, reference);
    case "class":
      return succeed({ kind: "class", id: entity.class.id, span: reference.span });
    case "enum-member":
      return foldEnumMember(folder, entity.entity, entity.name, reference) ?? runtimeOnly(reference);
    case "parameter":
      return fail("MXC1020", { name: reference.name, what: "a parameter" }, reference.span, reference.name);
    case "module":
    case "dsl-module":
      return fail("MXC1020", { name: reference.name, what: "a module" }, reference.span, reference.name);
    case "dsl":
    case "root":
    case "foreign":
      return fail("MXC1021", { form: reference.name }, reference.span, reference.name);
  }
}

function foldDeclared(folder: Folder, entity: DeclaredEntity, reference: Hop, scope: NameScope): Folded {
  const early = findEarlyUse(entity, reference, scope);
  if (early !== null) return early;
  const values = entity.declarations.filter(({ kind }) => kind !== "type" && kind !== "interface");
  // A class, a constant or an enum may have a namespace of its name beside it, before it or after.
  const declaration = values.find(({ kind }) => kind !== "namespace") ?? values[0];
  const { name } = entity;
  switch (declaration?.kind) {
    case "const":
      return foldConst(folder, entity, declaration, reference);
    case "let":
    case "var":
      return failAt("MXC1004", { name, keyword: declaration.kind }, spanIn(entity.scope, declaration.range), reference);
    case "enum":
      if (entity.declarations.some(hasValues)) {
        return fail("MXC1020", { name, what: "an enum and a namespace in one" }, reference.span, name);
      }
      return foldEnum(folder, entity, reference);
    case "class":
      return foldClass(folder, entity, reference);
    case "function":
      return fail("MXC1020", { name, what: "a function" }, reference.span, name);
    case "namespace":
      return fail("MXC1020", { name, what: "a namespace" }, reference.span, name);
    default:
      return fail("MXC1020", { name, what: "a type" }, reference.span, name);
  }
}

function foldClass(folder: Folder, entity: DeclaredEntity, reference: Hop): Folded {
  const found = classOfDeclared(folder.program, entity, 0);
  if (found === null || !found.ok) return found ?? runtimeOnly(reference);
  if (found.value.kind !== "class") return fail("MXC1021", { form: reference.name }, reference.span, reference.name);
  return succeed({ kind: "class", id: found.value.class.id, span: reference.span });
}

/** `const name = …`: a class, a value, or in a declaration file a type that says the value. */
function foldConst(folder: Folder, entity: DeclaredEntity, declaration: ConstDeclaration, reference: Hop): Folded {
  const { init } = declaration;
  if (init?.kind === "call") {
    const found = classOfDeclared(folder.program, entity, 0);
    if (found?.ok === true && found.value.kind === "class") {
      return succeed({ kind: "class", id: found.value.class.id, span: reference.span });
    }
  }
  const found = { entity, declaration };
  const folded = foldRow(folder, found, reference) ?? foldOriginal(folder, found, reference);
  const parts = declaration.path.length;
  return trust(folder, entityKey(entity), folded, reference, { init, scope: entity.scope, parts });
}

interface FoundConst {
  readonly entity: DeclaredEntity;
  readonly declaration: ConstDeclaration;
}

function foldOriginal(folder: Folder, { entity, declaration }: FoundConst, reference: Hop): Folded {
  const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
  return foldDeclaration(folder, declaration, hop, reference, () => foldInit(folder, entity, declaration));
}

/**
 * Folds the constants that a constant leads to by name alone, from the last one on: a row of any length is then no deep one.
 * A short row needs no such care, and a circle in it is shown from where it was entered.
 *
 * @returns the failure of a long row that leads back into itself
 */
function foldRow(folder: Folder, start: FoundConst, reference: Hop): Folded | null {
  if (start.declaration.init?.kind !== "name" || folder.units.has(start.declaration)) return null;
  const row: FoundConst[] = [];
  const places = new Map<ConstDeclaration, number>([[start.declaration, 0]]);
  const open = new Set(folder.open.map(({ key }) => key));
  for (let at = nextAlias(folder, start); at !== null; at = nextAlias(folder, at)) {
    const place = places.get(at.declaration);
    if (place !== undefined) return row.length > SHORT_ROW ? circular([start, ...row].slice(place), reference) : null;
    if (folder.units.has(at.declaration) || open.has(at.declaration)) break;
    places.set(at.declaration, places.size);
    row.push(at);
  }
  if (row.length > SHORT_ROW) for (const each of row.reverse()) foldOriginal(folder, each, reference);
  return null;
}

const SHORT_ROW = 32;

/** Names shown of a long circle. */
const SHOWN = 4;

function circular(circle: readonly FoundConst[], { span, name }: Hop): Folded {
  const names = circle.map(({ entity }) => entity.name);
  const [first = name] = names;
  return fail("MXC1009", { path: [...names.slice(0, SHOWN), "…", names.at(-1), first].join(" → ") }, span, name);
}

/** The constant that another is only a name for. */
function nextAlias({ program }: Folder, { entity, declaration }: FoundConst): FoundConst | null {
  if (declaration.init?.kind !== "name" || declaration.path.length > 0) return null;
  const found = lookupName(program, entity.scope, declaration.init.name, "value");
  const next = found?.ok === true && found.value.kind === "declared" ? found.value : null;
  const constant = next?.declarations.find(({ kind }) => kind === "const");
  return next === null || constant?.kind !== "const" ? null : { entity: next, declaration: constant };
}

function foldInit(folder: Folder, entity: DeclaredEntity, declaration: ConstDeclaration): Folded {
  const { scope, name } = entity;
  const span = spanIn(scope, declaration.range);
  if (declaration.init === null) {
    const declared = declaration.type === null ? null : foldDeclaredType(declaration.type, scope);
    return declared === null ? fail("MXC1019", { name, origin: scope.file.path }, span, name) : succeed(declared);
  }
  const { init } = declaration;
  // Another name for something is no deeper than that is.
  let folded = init.kind === "name" ? foldName(folder, init, scope) : folder.fold(init, scope);
  for (const step of declaration.path) {
    if (!folded.ok) return folded;
    if (step.kind === "unsupported")
      return fail("MXC1022", { syntax: step.syntax }, spanIn(scope, step.range), step.syntax);
    folded = takeApart(folded.value, step.kind === "property" ? step.name : String(step.index), { name, span });
  }
  return folded;
}

/** One step of a destructuring pattern. */
function takeApart(value: StaticValue, key: string, binding: Hop): Folded {
  const found =
    value.kind === "object"
      ? value.entries.find((entry) => entry.key === key)?.value
      : value.kind === "array"
        ? value.items[Number(key)]
        : undefined;
  if (found !== undefined) return succeed(found);
  const args = { property: key, owner: describeValue(value), suggestion: null };
  return fail("MXC1010", args, binding.span, binding.name);
}

function foldDefault(folder: Folder, entity: Extract<Entity, { kind: "default" }>, reference: Hop): Folded {
  const { value, module } = entity;
  if (value.kind === "class") {
    const { id } = defineClass(folder.program, value.class, module.scope, "default", 0);
    return succeed({ kind: "class", id, span: reference.span });
  }
  const hop = { name: "export default", span: spanIn(module, value.range) };
  const folded = foldDeclaration(folder, value, hop, reference, () => folder.fold(value, module.scope));
  return trust(folder, entityKey(entity), folded, reference, { init: value, scope: module.scope, parts: 0 });
}

/** A value, unless something may change it after its declaration. Primitives cannot change. */
function trust(folder: Folder, key: string, folded: Folded, reference: Hop, origin: Origin): Folded {
  if (!folded.ok || toPrimitive(folded.value) !== null) return folded;
  const { kind } = folded.value;
  if (kind === "class" || kind === "all-fields") return folded;
  // What the authoring library makes is frozen: passing it around is fine.
  const frozen = kind === "dsl" || isSealed(folder.program, origin, folded.value);
  const danger = frozen ? findWrite(folder.hazards, key) : findDanger(folder.hazards, key, folded.value);
  return danger === null ? folded : unsafe(danger, reference);
}
