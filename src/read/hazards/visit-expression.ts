// How each expression hands the use of its value down to its parts. An expression that is not listed only looks at its
// parts and forgets them.

import { syntaxTable, type ts } from "../typescript.ts";
import { chainOf, rootOf } from "./chain.ts";
import { localScope, type Scope } from "./scope.ts";
import { push, pushAll, record, type Visitor, type Walk } from "./state.ts";
import { ALIASED, deep, READ, shallow, UNKNOWN_CALL, type Use, WRITTEN } from "./use.ts";

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
