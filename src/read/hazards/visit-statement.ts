// How statements and functions hand on what becomes of values, and which scopes they open. A statement that is not
// listed only looks at its parts.

import type { DestructuringStep } from "../../model/summary.ts";
import { readLeaves } from "../binding-pattern.ts";
import { withoutWrapping } from "../reader.ts";
import { syntaxTable, type ts } from "../typescript.ts";
import { type Binding, dottedName, insideNamespace, namespaceBindings, openBinding } from "./binding.ts";
import { chainOf, rootOf } from "./chain.ts";
import { localScope, type Scope, trackedScope } from "./scope.ts";
import { bindingOf, push, pushAll, record, type Walk } from "./state.ts";
import { ALIASED, deep, READ, result, shared, type Use, WRITTEN } from "./use.ts";
import { visitClass } from "./visit-class.ts";

export const statementVisitors = {
  VariableDeclarationList: visitVariables,
  ReturnStatement: (node: ts.ReturnStatement, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, scope.returns),
  ThrowStatement: (node: ts.ThrowStatement, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.expression, scope, ALIASED),
  ExportAssignment: (node: ts.ExportAssignment, scope: Scope, _: Use, walk: Walk) =>
    visitValueOf(
      openBinding(node.isExportEquals === true ? "export=" : "default", "own"),
      node.expression,
      scope,
      walk,
    ),
  ImportEqualsDeclaration: visitAlias,
  ModuleDeclaration: visitNamespace,
  Block: visitBlock,
  CaseBlock: visitBlock,
  CatchClause: visitBlock,
  ForStatement: visitBlock,
  ForInStatement: visitLoop,
  ForOfStatement: visitLoop,
  Parameter: visitInitialized,
  BindingElement: visitInitialized,
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunction: visitFunction,
  MethodDeclaration: visitFunction,
  Constructor: visitFunction,
  GetAccessor: visitFunction,
  SetAccessor: visitFunction,
};

/** Everything in a node, in a scope of its own. */
function visitBlock(node: ts.Node, scope: Scope, _: Use, walk: Walk): void {
  const inner = localScope(scope, node, scope.self, scope.returns);
  walk.reader.ts.forEachChild(node, (child) => push(walk, child, inner, READ));
}

function visitLoop(node: ts.ForInOrOfStatement, scope: Scope, _: Use, walk: Walk): void {
  const inner = localScope(scope, node, scope.self, scope.returns);
  const declares = walk.reader.ts.isVariableDeclarationList(node.initializer);
  push(walk, node.initializer, inner, declares ? READ : WRITTEN);
  push(walk, node.expression, inner, isForOf(node.kind) === true ? deep(ALIASED) : READ);
  push(walk, node.statement, inner, READ);
}

const isForOf = syntaxTable<true>({ ForOfStatement: true });

/** A parameter or a part of a pattern, whose default value can end up in it. */
function visitInitialized(node: ts.ParameterDeclaration | ts.BindingElement, scope: Scope, _: Use, walk: Walk): void {
  walk.reader.ts.forEachChild(node, (child) => push(walk, child, scope, child === node.initializer ? ALIASED : READ));
}

function visitVariables(node: ts.VariableDeclarationList, scope: Scope, _: Use, walk: Walk): void {
  const tracked = scope.bindings !== null && (node.flags & walk.reader.ts.NodeFlags.Const) !== 0;
  for (const { name, initializer } of node.declarations) {
    if (initializer === undefined) continue;
    if (!walk.reader.ts.isIdentifier(name)) visitDestructuring(name, initializer, tracked, scope, walk);
    else if (tracked)
      visitValueOf(scope.bindings?.get(name.text) ?? openBinding(name.text, "unknown"), initializer, scope, walk);
    else push(walk, initializer, scope, ALIASED);
  }
}

/** The value of a constant of the module or a namespace, or of an export. */
function visitValueOf(binding: Binding, expression: ts.Expression, scope: Scope, walk: Walk): void {
  const value = withoutWrapping(expression, walk.reader.ts);
  const into = dottedName(binding);
  if (walk.reader.ts.isClassExpression(value)) visitClass(value, binding, ALIASED, scope, walk);
  else push(walk, value, scope, binding.mixin ? result(into) : shared(into));
}

function visitDestructuring(
  pattern: ts.BindingPattern,
  initializer: ts.Expression,
  tracked: boolean,
  scope: Scope,
  walk: Walk,
): void {
  push(walk, pattern, scope, READ);
  const leaves = readLeaves(pattern, walk.reader);
  const useOf = (name: string): Use =>
    tracked ? shared(dottedName(scope.bindings?.get(name) ?? openBinding(name, "unknown"))) : ALIASED;
  const chain = chainOf(initializer, walk.reader);
  const rooted = rootOf(chain, scope, walk);
  if (rooted === null) {
    const only = leaves.length === 1 ? leaves[0] : undefined;
    push(walk, initializer, scope, deep(only === undefined ? ALIASED : useOf(only.name.text)));
    return;
  }
  pushAll(walk, chain.computed, scope);
  for (const { name, path } of leaves) {
    const fixed = chain.below ? [] : fixedMembers(path);
    record(walk, rooted.binding, [...rooted.members, ...fixed], fixed.length === 0, useOf(name.text), name);
  }
}

/** The members that a path names, up to the first step that is no single member. */
function fixedMembers(path: readonly DestructuringStep[]): readonly string[] {
  const members: string[] = [];
  for (const step of path) {
    if (step.kind === "unsupported") break;
    members.push(step.kind === "property" ? step.name : `${step.index}`);
  }
  return members;
}

/** `import A = B.C`. */
function visitAlias(node: ts.ImportEqualsDeclaration, scope: Scope, _: Use, walk: Walk): void {
  const { ts } = walk.reader;
  if (!ts.isEntityName(node.moduleReference)) return;
  const members: string[] = [];
  let root = node.moduleReference;
  while (ts.isQualifiedName(root)) {
    members.push(root.right.text);
    root = root.left;
  }
  const binding = bindingOf(walk, root.text, scope);
  const alias = scope.bindings?.get(node.name.text);
  if (binding === null || alias === undefined) return;
  record(walk, binding, members.reverse(), false, shared(dottedName(alias)), node.moduleReference);
}

/** The statements of a namespace, whose names are tracked like the module's. */
function visitNamespace(node: ts.ModuleDeclaration, scope: Scope, _: Use, walk: Walk): void {
  const { ts } = walk.reader;
  if (!ts.isIdentifier(node.name) || node.flags & ts.NodeFlags.GlobalAugmentation || node.body === undefined) return;
  const binding = scope.bindings?.get(node.name.text);
  const declarations = insideNamespace(scope.declarations, node.name.text);
  const inner =
    binding === undefined
      ? localScope(scope, node, null, ALIASED)
      : trackedScope(scope, namespaceBindings(declarations, binding), declarations, ALIASED);
  if (ts.isModuleBlock(node.body)) pushAll(walk, node.body.statements, inner);
  else push(walk, node.body, inner, READ);
}

function visitFunction(node: ts.FunctionLikeDeclaration, scope: Scope, use: Use, walk: Walk): void {
  const inner = localScope(scope, node, keepsThis(node.kind) ? scope.self : null, returnsOf(node, scope, use, walk));
  const { body } = node;
  walk.reader.ts.forEachChild(node, (child) => {
    push(walk, child, inner, child === body && !walk.reader.ts.isBlock(child) ? inner.returns : READ);
  });
}

/** Functions whose `this` the scope around them decides: for class members the class has set it. */
const keepsThis = syntaxTable<true>({
  ArrowFunction: true,
  MethodDeclaration: true,
  Constructor: true,
  GetAccessor: true,
  SetAccessor: true,
});

/** What becomes of a returned value: anything, except in a mixin, whose class is read as if written out. */
function returnsOf(node: ts.FunctionLikeDeclaration, scope: Scope, use: Use, { reader }: Walk): Use {
  if (use.kind === "result" && use.into !== null) return shared(use.into);
  if (!reader.ts.isFunctionDeclaration(node) || node.name === undefined) return ALIASED;
  const binding = scope.bindings?.get(node.name.text);
  return binding?.mixin ? shared(dottedName(binding)) : ALIASED;
}
