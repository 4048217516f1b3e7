// `object.name` and `object[index]`: exports of modules, members of namespaces and enums, statics of classes, and own
// properties of folded values. A property that is not there is a failure, never `undefined`.

import { suggest } from "../../diagnostics/suggest.ts";
import type { Range } from "../../model/span.ts";
import type { Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { isNamespace } from "../modules/entities.ts";
import { lookupName, resolveMember } from "../modules/names.ts";
import { type DeclaredEntity, type Entity, type NameScope, spanIn } from "../modules/scope.ts";
import { describeExpression, describeValue } from "./describe.ts";
import { findEarlyUse } from "./early-use.ts";
import { enumMemberNames, foldEnumMember } from "./enums.ts";
import type { Folder } from "./folder.ts";
import { type Folded, fail, type Hop, type Outcome, reachedBy, succeed } from "./outcome.ts";
import { isNullish, toPrimitive } from "./primitive.ts";
import { foldEntity, isRuntimeName, runtimeOnly } from "./references.ts";
import { foldStatic } from "./statics.ts";

type Access = Extract<Expression, { kind: "member" | "index" }>;

/** `a.b` or `a[b]`. */
export function foldAccess(folder: Folder, expression: Access, scope: NameScope): Folded {
  const reference = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
  if (isRuntimeAccess(folder, expression, scope)) return runtimeOnly(reference);
  const owner = findOwner(folder, expression.object, scope);
  if (owner?.ok === false) return reachedBy(owner.failures, reference);
  if (owner !== null) {
    const key = foldKey(folder, expression, scope);
    return key.ok ? foldMemberOf(folder, owner.value, key.value, expression, scope, reference) : key;
  }
  const object = folder.fold(expression.object, scope);
  if (!object.ok) return object;
  if (isCut(folder, expression, object.value)) return succeed(cutShort(folder, reference));
  const key = foldKey(folder, expression, scope);
  return key.ok ? readProperty(folder, object.value, key.value, keyRange(expression), scope, reference) : key;
}

/** `a?.b.c`: once `a` is nullish, the rest of the chain is not looked at. */
function isCut(folder: Folder, expression: Access, object: StaticValue): boolean {
  if (!isNullish(object)) return false;
  const chained = expression.object.kind === "member" || expression.object.kind === "index";
  return expression.optional || (chained && folder.cutShort.has(object));
}

/** The `undefined` of a chain that ended early, which differs from that of a property. */
function cutShort(folder: Folder, { span }: Hop): StaticValue {
  const value: StaticValue = { kind: "undefined", span };
  folder.cutShort.add(value);
  return value;
}

/** A name that nothing declares, such as `process`, known only when the program runs. */
function isRuntimeAccess(folder: Folder, expression: Access, scope: NameScope): boolean {
  let root: Expression = expression;
  while (root.kind === "member" || root.kind === "index") root = root.object;
  return (
    root.kind === "name" && isRuntimeName(root.name) && lookupName(folder.program, scope, root.name, "value") === null
  );
}

/** What an expression stands for when it has members that are names rather than properties; null for a plain value. */
function findOwner(folder: Folder, expression: Expression, scope: NameScope): Outcome<Entity> | null {
  const found = findEntity(folder, expression, scope);
  if (found === null || !found.ok) return found;
  const entity = found.value;
  const isEnum = entity.kind === "declared" && entity.declarations.some(({ kind }) => kind === "enum");
  return isEnum || isNamespace(entity) || entity.kind === "dsl" ? found : null;
}

function findEntity(folder: Folder, expression: Expression, scope: NameScope): Outcome<Entity> | null {
  if (expression.kind === "name") return lookupName(folder.program, scope, expression.name, "value");
  if (expression.kind !== "member") return null;
  const owner = findEntity(folder, expression.object, scope);
  if (owner === null || !owner.ok) return owner;
  return isNamespace(owner.value) ? resolveMember(folder.program, owner.value, expression.name) : null;
}

function foldKey(folder: Folder, expression: Access, scope: NameScope): Outcome<string> {
  if (expression.kind === "member") return succeed(expression.name);
  const folded = folder.fold(expression.index, scope);
  if (!folded.ok) return folded;
  const primitive = toPrimitive(folded.value);
  if (primitive !== null) return succeed(String(primitive.value));
  const args = { operation: "an index", found: describeValue(folded.value) };
  return fail("MXC1017", args, spanIn(scope, expression.index.range), describeExpression(expression.index));
}

function keyRange(expression: Access): Range {
  return expression.kind === "member" ? expression.nameRange : expression.index.range;
}

function foldMemberOf(
  folder: Folder,
  entity: Entity,
  name: string,
  expression: Access,
  scope: NameScope,
  reference: Hop,
): Folded {
  const span = spanIn(scope, keyRange(expression));
  if (entity.kind === "dsl") {
    if (entity.name === "SpecialFieldDep" && name === "ALL")
      return succeed({ kind: "all-fields", span: reference.span });
    return fail("MXC1021", { form: reference.name }, reference.span, reference.name);
  }
  if (isNamespace(entity)) {
    const found = resolveMember(folder.program, entity, name);
    if (found?.ok === false) return reachedBy(found.failures, reference);
    if (found !== null) return foldEntity(folder, found.value, expression, scope);
  }
  const member = entity.kind === "declared" ? enumMember(folder, entity, name, reference, scope) : null;
  if (member !== null) return member;
  // What a namespace of the same name does not have may be a member of the value.
  if (entity.kind === "declared" && entity.declarations.some(({ kind }) => kind === "class" || kind === "const")) {
    const object = foldEntity(folder, entity, expression.object, scope);
    return object.ok ? readProperty(folder, object.value, name, keyRange(expression), scope, reference) : object;
  }
  const owner = `\`${describeExpression(expression.object)}\``;
  const known = entity.kind === "declared" ? enumMemberNames(folder, entity) : [];
  return fail("MXC1010", { property: name, owner, suggestion: suggest(name, known) }, span, reference.name);
}

function enumMember(
  folder: Folder,
  entity: DeclaredEntity,
  name: string,
  reference: Hop,
  scope: NameScope,
): Folded | null {
  const early = findEarlyUse(entity, reference, scope);
  return early ?? foldEnumMember(folder, entity, name, reference);
}

/** An own property of a value. */
function readProperty(
  folder: Folder,
  object: StaticValue,
  key: string,
  range: Range,
  scope: NameScope,
  reference: Hop,
): Folded {
  if (object.kind === "class") return foldStatic(folder, object.id, key, reference, range, scope);
  const found = findProperty(object, key, reference);
  if (found !== null) return succeed(found);
  if (object.kind === "dsl" || isNullish(object)) {
    const args = { operation: `\`.${key}\``, found: describeValue(object) };
    return fail("MXC1017", args, reference.span, reference.name);
  }
  const known = object.kind === "object" ? object.entries.map((entry) => entry.key) : ["length"];
  const args = { property: key, owner: describeValue(object), suggestion: suggest(key, known) };
  return fail("MXC1010", args, spanIn(scope, range), reference.name);
}

function findProperty(object: StaticValue, key: string, { span }: Hop): StaticValue | null {
  if (object.kind === "object") return object.entries.find((entry) => entry.key === key)?.value ?? null;
  if (object.kind !== "array" && object.kind !== "string") return null;
  const items = object.kind === "array" ? object.items : object.value;
  if (key === "length") return { kind: "number", value: items.length, span };
  const index = Number(key);
  if (String(index) !== key || !Number.isInteger(index) || index < 0) return null;
  const item = items[index];
  return typeof item === "string" ? { kind: "string", value: item, span } : (item ?? null);
}
