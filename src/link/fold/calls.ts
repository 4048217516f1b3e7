// Calls that fold: the authoring library's constructors and factories, `Object.freeze`, `concat`. No other code is
// known well enough to say what it returns.

import type { ArrayItem, Expression } from "../../model/summary.ts";
import type { DslName, StaticValue } from "../../model/value.ts";
import { resolveEntity } from "../classes/heritage.ts";
import { findDslFunction, isDslClass } from "../modules/dsl.ts";
import { isNamespace } from "../modules/entities.ts";
import type { Entity, NameScope } from "../modules/scope.ts";
import { spanIn } from "../modules/scope.ts";
import { foldItems } from "./containers.ts";
import { describeExpression, describeValue } from "./describe.ts";
import { bounded, type Folder, MAX_STRING } from "./folder.ts";
import { type Failure, type Folded, fail, type Hop, type Outcome, reachedBy, succeed } from "./outcome.ts";
import { toPrimitive } from "./primitive.ts";
import { isFreeze } from "./sealed.ts";

type Call = Extract<Expression, { kind: "call" }>;
type New = Extract<Expression, { kind: "new" }>;

/** `callee(…)`. */
export function foldCall(folder: Folder, expression: Call, scope: NameScope): Folded {
  const reference = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
  const { callee, args } = expression;
  const found = findDslCallee(folder, callee, scope);
  if (found?.ok === false) return reachedBy(found.failures, reference);
  if (found !== null) {
    const name = found.value.function;
    if (name === null) return fail("MXC1021", { form: reference.name }, reference.span, reference.name);
    return build(folder, name, args, scope, reference);
  }
  const [argument] = args;
  if (isFreeze(folder.program, callee, scope) && argument !== undefined && args.length === 1 && !argument.spread) {
    return folder.fold(argument.value, scope);
  }
  if (callee.kind === "member" && callee.name === "concat" && !callee.optional && !expression.optional) {
    return foldConcat(folder, callee.object, expression, scope, reference);
  }
  return refuse(callee, reference);
}

function refuse(callee: Expression, reference: Hop): Folded {
  return fail("MXC1003", { callee: describeExpression(callee) }, reference.span, reference.name);
}

/** `new Callee(…)`. */
export function foldNew(folder: Folder, expression: New, scope: NameScope): Folded {
  const reference = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
  const found = findDslCallee(folder, expression.callee, scope);
  if (found?.ok === false) return reachedBy(found.failures, reference);
  if (found === null) return refuse(expression.callee, reference);
  const name = found.value.class;
  if (name === null) return fail("MXC1021", { form: reference.name }, reference.span, reference.name);
  return build(folder, name, expression.args, scope, reference);
}

interface DslCallee {
  readonly class: DslName | null;
  readonly function: DslName | null;
}

/** The constructor or factory of the authoring library that a callee names; null when it names something else. */
function findDslCallee(folder: Folder, callee: Expression, scope: NameScope): Outcome<DslCallee> | null {
  const whole = resolveEntity(folder.program, callee, scope);
  if (whole !== null && !whole.ok) return whole;
  if (whole !== null) return fromEntity(whole.value, null);
  if (callee.kind !== "member") return null;
  const owner = resolveEntity(folder.program, callee.object, scope);
  if (owner === null || !owner.ok || isNamespace(owner.value)) return owner?.ok === false ? owner : null;
  return fromEntity(owner.value, callee.name);
}

function fromEntity(entity: Entity, member: string | null): Outcome<DslCallee> | null {
  if (entity.kind !== "dsl") return null;
  const { name } = entity;
  return succeed({ class: member === null && isDslClass(name) ? name : null, function: findDslFunction(name, member) });
}

function build(folder: Folder, name: DslName, args: readonly ArrayItem[], scope: NameScope, reference: Hop): Folded {
  const values = foldItems(folder, args, scope);
  if (!values.ok) return { ok: false, failures: values.failures.map((failure) => dropArgument(failure, args.length)) };
  return (
    (name === "float" ? checkFloat(values.value, reference) : null) ??
    bounded(folder, { kind: "dsl", name, args: values.value, span: reference.span }, reference.name)
  );
}

/** `float` takes one number. The arguments of everything else are checked by whoever reads it. */
function checkFloat(args: readonly StaticValue[], reference: Hop): Folded | null {
  const [argument] = args;
  if (argument === undefined || args.length > 1) {
    const counts = { callee: "float", expected: "one number", found: args.length };
    return fail("MXC1026", counts, reference.span, reference.name);
  }
  if (argument.kind === "number") return null;
  const mismatch = { operation: "`float`", found: describeValue(argument) };
  return fail("MXC1017", mismatch, argument.span, reference.name);
}

/** `.fields[1]` and not `[0].fields[1]`: a lone argument goes without saying. */
function dropArgument(failure: Failure, count: number): Failure {
  return count === 1 && failure.path.startsWith("[0]") ? { ...failure, path: failure.path.slice(3) } : failure;
}

/** `concat` of an array or a string. */
function foldConcat(folder: Folder, object: Expression, call: Call, scope: NameScope, reference: Hop): Folded {
  const target = folder.fold(object, scope);
  if (!target.ok) return target;
  const { value } = target;
  if (value.kind !== "array" && value.kind !== "string") return refuse(call.callee, reference);
  const args = foldItems(folder, call.args, scope);
  if (!args.ok) return args;
  const joined = value.kind === "array" ? joinArrays(value.items, args.value) : joinStrings(value.value, args.value);
  if (joined === null) return refuse(call.callee, reference);
  if (typeof joined !== "string") {
    return bounded(folder, { kind: "array", items: joined, span: reference.span }, reference.name);
  }
  if (joined.length <= MAX_STRING) return succeed({ kind: "string", value: joined, span: reference.span });
  return fail("MXC1013", { limit: `${MAX_STRING} characters in one string` }, reference.span, reference.name);
}

function joinArrays(items: readonly StaticValue[], args: readonly StaticValue[]): readonly StaticValue[] {
  return items.concat(...args.map((arg) => (arg.kind === "array" ? arg.items : [arg])));
}

function joinStrings(text: string, args: readonly StaticValue[]): string | null {
  let joined = text;
  for (const arg of args) {
    const primitive = toPrimitive(arg);
    if (primitive === null) return null;
    joined += String(primitive.value);
    if (joined.length > MAX_STRING) return joined;
  }
  return joined;
}
