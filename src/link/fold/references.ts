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
import { findEarlyUse } from "./early-use.ts";
import { foldEnum, foldEnumMember } from "./enums.ts";
import { type Folder, foldDeclaration } from "./folder.ts";
import { findDanger, findWrite } from "./hazards.ts";
import { type Folded, fail, failAt, type Hop, reachedBy, succeed } from "./outcome.ts";
import { toPrimitive } from "./primitive.ts";
import { isSealed } from "./sealed.ts";
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
  const declaration = entity.declarations.find(({ kind }) => kind !== "type" && kind !== "interface");
  const { name } = entity;
  switch (declaration?.kind) {
    case "const":
      return foldConst(folder, entity, declaration, reference);
    case "let":
    case "var":
      return failAt("MXC1004", { name, keyword: declaration.kind }, spanIn(entity.scope, declaration.range), reference);
    case "enum":
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
  const hop = { name: entity.name, span: spanIn(entity.scope, declaration.range) };
  const folded = foldDeclaration(folder, declaration, hop, reference, () => foldInit(folder, entity, declaration));
  return trust(folder, entityKey(entity), folded, reference, { init, scope: entity.scope });
}

function foldInit(folder: Folder, entity: DeclaredEntity, declaration: ConstDeclaration): Folded {
  const { scope, name } = entity;
  const span = spanIn(scope, declaration.range);
  if (declaration.init === null) {
    const declared = declaration.type === null ? null : foldDeclaredType(declaration.type, scope);
    return declared === null ? fail("MXC1019", { name, origin: scope.file.path }, span, name) : succeed(declared);
  }
  let folded = folder.fold(declaration.init, scope);
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
  return trust(folder, entityKey(entity), folded, reference, { init: value, scope: module.scope });
}

/** How a value was declared, and where. */
interface Declared {
  readonly init: Expression | null;
  readonly scope: NameScope;
}

/** A value, unless something may change it after its declaration. Primitives cannot change. */
function trust(folder: Folder, key: string, folded: Folded, reference: Hop, { init, scope }: Declared): Folded {
  if (!folded.ok || toPrimitive(folded.value) !== null) return folded;
  const { kind } = folded.value;
  if (kind === "class" || kind === "all-fields") return folded;
  // What the authoring library makes is frozen: passing it around is fine.
  const frozen = kind === "dsl" || isSealed(folder.program, init, scope, folded.value);
  const danger = frozen ? findWrite(folder.hazards, key) : findDanger(folder.hazards, key, folded.value);
  return danger === null ? folded : unsafe(danger, reference);
}
