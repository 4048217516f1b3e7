// What a call does to its receiver and its arguments: nothing for the few that are known, anything for the rest.

import { type Reader, withoutWrapping } from "../reader.ts";
import type { ts } from "../typescript.ts";
import type { Binding } from "./binding.ts";
import { calleeName, chainOf, memberName, rootOf } from "./chain.ts";
import { type Effect, globalEffect, methodEffect } from "./known-calls.ts";
import { lookUp, type Scope } from "./scope.ts";
import { bindingOf, push, type Walk } from "./state.ts";
import { deep, passed, READ, receiver, type Use, WRITTEN } from "./use.ts";

export const callVisitors = {
  CallExpression: visitCall,
  NewExpression: visitNew,
  TaggedTemplateExpression: visitTagged,
};

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
  if (effect === "reads" || (effect === "shows" && hasNoFunction(node.arguments?.[1], walk.reader))) return READ;
  if (effect === "writes") pushTarget(node.arguments?.[0], scope, walk);
  // A callback beside the argument could do anything.
  return effect === "copies" && count === 1 ? deep(use) : passed(name, use);
}

/** What `Object.assign` and the like write to, if it has a name. It is an argument, too. */
function pushTarget(target: ts.Expression | undefined, scope: Scope, walk: Walk): void {
  if (target !== undefined && rootOf(chainOf(target, walk.reader), scope, walk) !== null)
    push(walk, target, scope, WRITTEN);
}

/** True for `null`, a literal array, and nothing at all. */
function hasNoFunction(argument: ts.Expression | undefined, { ts }: Reader): boolean {
  if (argument === undefined || argument.kind === ts.SyntaxKind.NullKeyword) return true;
  return ts.isArrayLiteralExpression(argument) || (ts.isIdentifier(argument) && argument.text === "undefined");
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
  if (ts.isStringLiteralLike(root) || ts.isTemplateExpression(root) || ts.isArrayLiteralExpression(root))
    return "array";
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
