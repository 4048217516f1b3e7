// How each expression hands the use of its value down to its parts. An expression that is not listed only looks at its
// parts and forgets them.

import { type Reader, withoutWrapping } from "../reader.ts";
import { syntaxTable, type ts } from "../typescript.ts";
import type { Binding } from "./binding.ts";
import { calleeName, chainOf, memberName, rootOf } from "./chain.ts";
import { type Effect, globalEffect, methodEffect } from "./known-calls.ts";
import { localScope, lookUp, type Scope } from "./scope.ts";
import { bindingOf, push, pushAll, record, type Walk } from "./state.ts";
import { ALIASED, deep, passed, READ, receiver, shallow, UNKNOWN_CALL, type Use, WRITTEN } from "./use.ts";

/** Visits one node whose value is used so: records hazards and pushes what is left to visit. */
export type Visitor = (node: never, scope: Scope, use: Use, walk: Walk) => void;

export const expressionVisitors = {
  Identifier: visitChain,
  ThisKeyword: visitChain,
  PropertyAccessExpression: visitChain,
  ElementAccessExpression: visitChain,
  ParenthesizedExpression: visitInner,
  AsExpression: visitInner,
  SatisfiesExpression: visitInner,
  TypeAssertionExpression: visitInner,
  NonNullExpression: visitInner,
  AwaitExpression: visitInner,
  SpreadElement: (node: ts.SpreadElement, scope: Scope, use: Use, walk: Walk) =>
    push(walk, node.expression, scope, deep(use)),
  ArrayLiteralExpression: visitArray,
  ObjectLiteralExpression: visitObject,
  ConditionalExpression: visitConditional,
  BinaryExpression: visitBinary,
  PrefixUnaryExpression: visitUnary,
  PostfixUnaryExpression: (node: ts.PostfixUnaryExpression, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.operand, scope, WRITTEN),
  DeleteExpression: (node: ts.DeleteExpression, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, WRITTEN),
  YieldExpression: (node: ts.YieldExpression, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, ALIASED),
  CallExpression: visitCall,
  NewExpression: visitNew,
  TaggedTemplateExpression: visitTagged,
  JsxExpression: (node: ts.JsxExpression, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, UNKNOWN_CALL),
  JsxSpreadAttribute: (node: ts.JsxSpreadAttribute, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, deep(UNKNOWN_CALL)),
};

/** A name, or members of something. */
function visitChain(node: ts.Expression, scope: Scope, use: Use, walk: Walk): void {
  const chain = chainOf(node, walk.reader);
  pushAll(walk, chain.computed, scope);
  const rooted = rootOf(chain, scope, walk);
  if (rooted !== null) record(walk, rooted.binding, rooted.members, chain.below, use, node);
  else if (chain.root !== node) push(walk, chain.root, scope, deep(use));
}

function visitInner(node: { readonly expression: ts.Expression }, scope: Scope, use: Use, walk: Walk): void {
  push(walk, node.expression, scope, use);
}

/** The items of an array, or the targets of a destructuring assignment. */
function visitArray(node: ts.ArrayLiteralExpression, scope: Scope, use: Use, walk: Walk): void {
  for (const element of node.elements) push(walk, element, scope, shallow(use));
}

function visitObject(node: ts.ObjectLiteralExpression, scope: Scope, use: Use, walk: Walk): void {
  for (const property of node.properties) propertyVisitorOf(property.kind)?.(property as never, scope, use, walk);
}

const propertyVisitorOf = syntaxTable<Visitor>({
  PropertyAssignment: (node: ts.PropertyAssignment, scope, use, walk) => {
    if (walk.reader.ts.isComputedPropertyName(node.name)) push(walk, node.name, scope, READ);
    push(walk, node.initializer, scope, shallow(use));
  },
  ShorthandPropertyAssignment: (node: ts.ShorthandPropertyAssignment, scope, use, walk) => {
    push(walk, node.name, scope, shallow(use));
    push(walk, node.objectAssignmentInitializer, scope, ALIASED);
  },
  SpreadAssignment: (node: ts.SpreadAssignment, scope, use, walk) => push(walk, node.expression, scope, deep(use)),
  MethodDeclaration: visitObjectFunction,
  GetAccessor: visitObjectFunction,
  SetAccessor: visitObjectFunction,
});

/** `this` in a method of an object is the object, whatever it is outside. */
function visitObjectFunction(node: ts.Node, scope: Scope, _: Use, walk: Walk): void {
  push(walk, node, localScope(scope, null, null, scope.returns), READ);
}

function visitConditional(node: ts.ConditionalExpression, scope: Scope, use: Use, walk: Walk): void {
  push(walk, node.condition, scope, READ);
  push(walk, node.whenTrue, scope, use);
  push(walk, node.whenFalse, scope, use);
}

function visitUnary(node: ts.PrefixUnaryExpression, scope: Scope, _: Use, walk: Walk): void {
  const operator = walk.reader.ts.tokenToString(node.operator);
  push(walk, node.operand, scope, operator === "++" || operator === "--" ? WRITTEN : READ);
}

/** What a binary operator hands to its sides, given the use of its result. An operator that is not listed looks at both. */
const SIDES: Readonly<Record<string, (result: Use) => readonly [left: Use, right: Use]>> = {
  "=": () => [WRITTEN, ALIASED],
  "??=": () => [WRITTEN, ALIASED],
  "||=": () => [WRITTEN, ALIASED],
  "&&=": () => [WRITTEN, ALIASED],
  "+=": () => [WRITTEN, READ],
  "-=": () => [WRITTEN, READ],
  "*=": () => [WRITTEN, READ],
  "/=": () => [WRITTEN, READ],
  "%=": () => [WRITTEN, READ],
  "**=": () => [WRITTEN, READ],
  "&=": () => [WRITTEN, READ],
  "|=": () => [WRITTEN, READ],
  "^=": () => [WRITTEN, READ],
  "<<=": () => [WRITTEN, READ],
  ">>=": () => [WRITTEN, READ],
  ">>>=": () => [WRITTEN, READ],
  "??": (result) => [result, result],
  "||": (result) => [result, result],
  // The left side is the result only when it is false, 0 or the like.
  "&&": (result) => [READ, result],
  ",": (result) => [READ, result],
};

function visitBinary(node: ts.BinaryExpression, scope: Scope, use: Use, walk: Walk): void {
  const operator = walk.reader.ts.tokenToString(node.operatorToken.kind) ?? "";
  const [left, right] = SIDES[operator]?.(use) ?? [READ, READ];
  push(walk, node.left, scope, left);
  push(walk, node.right, scope, right);
}

function visitTagged(node: ts.TaggedTemplateExpression, scope: Scope, use: Use, walk: Walk): void {
  const name = calleeName(node.tag, scope, walk);
  visitCallee(node.tag, receiver(name), scope, walk);
  const argument = passed(name, use);
  const { template } = node;
  if ("templateSpans" in template)
    for (const span of template.templateSpans) push(walk, span.expression, scope, argument);
}

function visitNew(node: ts.NewExpression, scope: Scope, use: Use, walk: Walk): void {
  push(walk, node.expression, scope, READ);
  const args = node.arguments ?? [];
  if (args.length > 0) pushArguments(args, argumentUse(node, args.length, scope, use, walk), scope, walk);
}

function visitCall(node: ts.CallExpression, scope: Scope, use: Use, walk: Walk): void {
  const argument = argumentUse(node, node.arguments.length, scope, use, walk);
  const callee = withoutWrapping(node.expression, walk.reader.ts);
  const name = memberName(callee, walk.reader);
  const methods = name === null ? "unknown" : methodsOf(callee, scope, walk);
  const effect = name === null || methods === "own" ? "unknown" : methodEffect(name);
  const received = methods === "exports" ? READ : receiverUse(effect, node, argument, use, walk.reader);
  visitCallee(callee, received, scope, walk);
  if (methods === "array" && effect === "reads") pushArguments(node.arguments, READ, scope, walk);
  else pushArguments(node.arguments, methods === "array" && effect === "copies" ? use : argument, scope, walk);
}

function pushArguments(args: readonly ts.Expression[], use: Use, scope: Scope, walk: Walk): void {
  for (const arg of args) push(walk, arg, scope, use);
}

/** What becomes of an argument, going by the callee's name. */
function argumentUse(
  node: ts.CallExpression | ts.NewExpression,
  count: number,
  scope: Scope,
  use: Use,
  walk: Walk,
): Use {
  const name = calleeName(node.expression, scope, walk);
  const effect = name === null ? "unknown" : globalEffect(name.join("."));
  if (effect === "unknown" || lookUp(name?.[0] ?? "", scope, walk.reader.ts) !== "global") return passed(name, use);
  if (effect === "reads") return READ;
  // A callback beside the argument could do anything.
  return effect === "copies" && count === 1 ? deep(use) : passed(name, use);
}

/** Visits what is called: for a method, the receiver with a use of its own. */
function visitCallee(node: ts.Expression, receiverUse: Use, scope: Scope, walk: Walk): void {
  const { ts } = walk.reader;
  const callee = withoutWrapping(node, ts);
  const isMember = ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee);
  if (ts.isElementAccessExpression(callee)) push(walk, callee.argumentExpression, scope, READ);
  push(walk, isMember ? callee.expression : callee, scope, isMember ? receiverUse : READ);
}

/** Whose methods the receiver of a method call has. */
function methodsOf(callee: ts.Expression, scope: Scope, walk: Walk): Binding["methods"] {
  const { ts } = walk.reader;
  const { root, members, below } = chainOf(callee, walk.reader);
  if (members.length !== 1 || below) return "unknown";
  if (ts.isStringLiteralLike(root) || ts.isArrayLiteralExpression(root)) return "array";
  return (ts.isIdentifier(root) ? bindingOf(walk, root.text, scope) : null)?.methods ?? "unknown";
}

function receiverUse(effect: Effect, node: ts.CallExpression, argument: Use, use: Use, reader: Reader): Use {
  if (effect === "unknown") return receiver(argument.callee);
  if (effect === "reads") return READ;
  if (effect === "copies") return deep(use);
  return seesElementsOnly(node.arguments[0], reader) ? deep(argument) : argument;
}

/** True for `(item) => …` and `(item, index) => …`, which cannot reach the array they are called on. */
function seesElementsOnly(callback: ts.Expression | undefined, { ts }: Reader): boolean {
  if (callback === undefined || !ts.isArrowFunction(callback)) return false;
  return (
    callback.parameters.length <= 2 && callback.parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined)
  );
}
