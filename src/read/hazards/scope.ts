// Who a name or `this` is at some place: a binding of the module, something local that hides it, or a global.
// The names that a block or a function declares are collected when a name is first looked up through it, since few are.

import type { Declaration } from "../../model/summary.ts";
import { type Syntax, syntaxTable, type ts } from "../typescript.ts";
import type { Binding, Bindings } from "./binding.ts";
import type { Use } from "./use.ts";

export interface Scope {
  readonly parent: Scope | null;
  /** Names that are tracked here: of the module, a namespace, or a class expression's own. */
  readonly bindings: Bindings | null;
  /** What the module or the namespace declares, to find the namespaces inside it. */
  readonly declarations: readonly Declaration[];
  /** The block or function whose local names hide those outside. */
  readonly node: ts.Node | null;
  /** The class that `this` is here, or whose instance it is. */
  readonly self: Self | null;
  /** What becomes of a value that is returned here. */
  readonly returns: Use;
  /** The local names, once collected. */
  names: ReadonlySet<string> | null;
}

export interface Self {
  readonly binding: Binding;
  readonly instance: boolean;
}

/** The scope of a module or a namespace. */
export function trackedScope(
  parent: Scope | null,
  bindings: Bindings,
  declarations: readonly Declaration[],
  returns: Use,
): Scope {
  return { parent, bindings, declarations, node: null, self: null, returns, names: null };
}

/** The scope of a block or a function. */
export function localScope(parent: Scope, node: ts.Node | null, self: Self | null, returns: Use): Scope {
  return { parent, bindings: null, declarations: [], node, self, returns, names: null };
}

/** The scope of a class expression that gives itself a name: another name for the binding it is bound to, if any. */
export function classScope(parent: Scope, name: string, binding: Binding | null): Scope {
  const { self, returns } = parent;
  const bindings = binding === null ? null : new Map([[name, binding]]);
  return { parent, bindings, declarations: [], node: null, self, returns, names: new Set([name]) };
}

/** The binding that a name stands for; null when it is local or global. */
export function findBinding(name: string, scope: Scope, syntax: Syntax): Binding | null {
  const found = lookUp(name, scope, syntax);
  return typeof found === "string" ? null : found;
}

/** The binding that a name stands for, or why there is none. */
export function lookUp(name: string, from: Scope, syntax: Syntax): Binding | "local" | "global" {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const binding = scope.bindings?.get(name);
    if (binding !== undefined) return binding;
    if (scope.node !== null) scope.names ??= localNames(scope.node, syntax);
    if (scope.names?.has(name)) return "local";
  }
  return "global";
}

function localNames(node: ts.Node, syntax: Syntax): ReadonlySet<string> {
  const names = new Set<string>();
  collectorOf(node.kind)?.(node as never, names, syntax);
  return names;
}

type Collector = (node: never, into: Set<string>, syntax: Syntax) => void;

const collectorOf = syntaxTable<Collector>({
  FunctionDeclaration: collectFunction,
  FunctionExpression: collectFunction,
  ArrowFunction: collectFunction,
  MethodDeclaration: collectFunction,
  Constructor: collectFunction,
  GetAccessor: collectFunction,
  SetAccessor: collectFunction,
  ClassStaticBlockDeclaration: (node: ts.ClassStaticBlockDeclaration, into, syntax) =>
    collectHoisted(node.body, into, syntax),
  Block: (node: ts.Block, into, syntax) => collectStatements(node.statements, into, syntax),
  CaseBlock: (node: ts.CaseBlock, into, syntax) => {
    for (const clause of node.clauses) collectStatements(clause.statements, into, syntax);
  },
  ForStatement: collectLoop,
  ForInStatement: collectLoop,
  ForOfStatement: collectLoop,
  CatchClause: (node: ts.CatchClause, into, syntax) => collectVariable(node.variableDeclaration, into, syntax),
});

function collectFunction(node: ts.FunctionLikeDeclaration, into: Set<string>, syntax: Syntax): void {
  if (syntax.isFunctionExpression(node) && node.name !== undefined) into.add(node.name.text);
  for (const parameter of node.parameters) collectName(parameter.name, into, syntax);
  if (node.body !== undefined) collectHoisted(node.body, into, syntax);
}

function collectLoop(node: ts.ForStatement | ts.ForInOrOfStatement, into: Set<string>, syntax: Syntax): void {
  const { initializer } = node;
  if (initializer === undefined || !syntax.isVariableDeclarationList(initializer)) return;
  for (const declaration of initializer.declarations) collectVariable(declaration, into, syntax);
}

function collectStatements(statements: readonly ts.Statement[], into: Set<string>, syntax: Syntax): void {
  for (const statement of statements) {
    if (syntax.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) collectVariable(declaration, into, syntax);
    } else if (declaresValue(statement.kind) !== undefined) {
      const { name } = statement as ts.DeclarationStatement;
      if (name !== undefined && syntax.isIdentifier(name)) into.add(name.text);
    }
  }
}

const declaresValue = syntaxTable<true>({
  FunctionDeclaration: true,
  ClassDeclaration: true,
  EnumDeclaration: true,
  ModuleDeclaration: true,
  ImportEqualsDeclaration: true,
});

function collectVariable(node: ts.VariableDeclaration | undefined, into: Set<string>, syntax: Syntax): void {
  if (node !== undefined) collectName(node.name, into, syntax);
}

function collectName(name: ts.BindingName, into: Set<string>, syntax: Syntax): void {
  const open: ts.BindingName[] = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (syntax.isIdentifier(next)) into.add(next.text);
    else for (const element of next.elements) if (syntax.isBindingElement(element)) open.push(element.name);
  }
}

/** The `var`s of a function, wherever in its body they stand, but not those of functions inside it. */
function collectHoisted(body: ts.Node, into: Set<string>, syntax: Syntax): void {
  const open: ts.Node[] = [body];
  const push = (node: ts.Node): void => {
    if (opensFunction(node.kind) === undefined) open.push(node);
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (syntax.isVariableDeclarationList(next) && (next.flags & syntax.NodeFlags.BlockScoped) === 0) {
      for (const declaration of next.declarations) collectVariable(declaration, into, syntax);
    }
    syntax.forEachChild(next, push);
  }
}

const opensFunction = syntaxTable<true>({
  FunctionDeclaration: true,
  FunctionExpression: true,
  ArrowFunction: true,
  ClassDeclaration: true,
  ClassExpression: true,
  MethodDeclaration: true,
  GetAccessor: true,
  SetAccessor: true,
});
