// Syntax to hazards: walks the whole file, bodies of functions included, and records every use of a tracked name
// through which its value could change. A name that something local hides is another name.

import { rangeEnd, rangeStart } from "../../model/span.ts";
import type { Declaration, Hazard, ImportBinding, ModuleSummary } from "../../model/summary.ts";
import { compact, type Reader } from "../reader.ts";
import { syntaxTable, type ts } from "../typescript.ts";
import { collectNames, moduleBindings } from "./binding.ts";
import { type Scope, trackedScope } from "./scope.ts";
import { pushAll, type Visitor, type Walk } from "./state.ts";
import { ALIASED, READ, type Use } from "./use.ts";
import { callVisitors } from "./visit-call.ts";
import { classVisitors } from "./visit-class.ts";
import { expressionVisitors } from "./visit-expression.ts";
import { statementVisitors } from "./visit-statement.ts";

const ignore: Visitor = () => {};

const visitorOf = syntaxTable<Visitor>({
  ...expressionVisitors,
  ...callVisitors,
  ...statementVisitors,
  ...classVisitors,
  // Nothing of these is there at run time, or nothing in them can be a name's use.
  ImportDeclaration: ignore,
  ExportDeclaration: ignore,
  InterfaceDeclaration: ignore,
  TypeAliasDeclaration: ignore,
  TypeParameter: ignore,
  TypeReference: ignore,
  TypeQuery: ignore,
  TypeLiteral: ignore,
  TypeOperator: ignore,
  FunctionType: ignore,
  ConstructorType: ignore,
  TypePredicate: ignore,
  ArrayType: ignore,
  TupleType: ignore,
  UnionType: ignore,
  IntersectionType: ignore,
  ConditionalType: ignore,
  ParenthesizedType: ignore,
  IndexedAccessType: ignore,
  MappedType: ignore,
  LiteralType: ignore,
  TemplateLiteralType: ignore,
  ImportType: ignore,
  StringLiteral: ignore,
  NumericLiteral: ignore,
  NoSubstitutionTemplateLiteral: ignore,
});

/**
 * Walks a module: its hazards in order of their places, and the classes that no name stands for.
 *
 * @param declarations What the module declares at its top level, as read before.
 */
export function walkModule(
  statements: readonly ts.Statement[],
  declarations: readonly Declaration[],
  imports: readonly ImportBinding[],
  reader: Reader,
): Pick<ModuleSummary, "hazards" | "hiddenClasses"> {
  const bindings = moduleBindings(declarations, imports);
  const known = new Set(bindings.keys());
  collectNames(declarations, known);
  const walk: Walk = { reader, known, nodes: [], scopes: [], uses: [], hazards: new Map(), hiddenClasses: [] };
  pushAll(walk, statements, trackedScope(null, bindings, declarations, ALIASED));
  visitAll(walk);
  const hazards = [...walk.hazards.values()].sort(comparePlaces);
  return { hazards: compact(hazards), hiddenClasses: compact(walk.hiddenClasses) };
}

function comparePlaces(a: Hazard, b: Hazard): number {
  return rangeStart(a.range) - rangeStart(b.range) || rangeEnd(a.range) - rangeEnd(b.range);
}

function visitAll(walk: Walk): void {
  const { nodes, scopes, uses } = walk;
  const { forEachChild } = walk.reader.ts;
  let scope: Scope | undefined;
  const pushChild = (child: ts.Node): void => {
    if (scope === undefined) return;
    nodes.push(child);
    scopes.push(scope);
    uses.push(READ);
  };
  for (;;) {
    const node = nodes.pop();
    scope = scopes.pop();
    const use: Use | undefined = uses.pop();
    if (node === undefined || scope === undefined || use === undefined) return;
    const visit = visitorOf(node.kind);
    if (visit === undefined) forEachChild(node, pushChild);
    else visit(node as never, scope, use, walk);
  }
}
