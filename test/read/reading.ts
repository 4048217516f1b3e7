// Reads small sources for the tests of this folder and leaves out the places where these are beside the point.

import { type Range, rangeEnd, rangeStart } from "../../src/model/span.ts";
import type { Declaration, Expression, ModuleSummary, TypeNode } from "../../src/model/summary.ts";
import { readModule } from "../../src/read/module.ts";
import { loadSyntax, type ts } from "../../src/read/typescript.ts";

/** A summary's part without its places. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

const PLACES: ReadonlySet<string> = new Set(["range", "nameRange", "keyRange", "end", "lineStarts"]);

/** The declarations of a module. */
export function declarationsIn(source: string, fileName = "a.ts"): readonly Declaration[] {
  return readModule(source, fileName).scope.declarations;
}

/** The only declaration of a module. */
export function declarationIn<K extends Declaration["kind"]>(
  kind: K,
  source: string,
  fileName = "a.ts",
): Extract<Declaration, { kind: K }> {
  const declarations = declarationsIn(source, fileName);
  const [declaration] = declarations;
  if (declarations.length !== 1 || declaration?.kind !== kind) throw new Error(`not one ${kind}: ${source}`);
  return declaration as Extract<Declaration, { kind: K }>;
}

/** An expression as it is read. */
export function expressionIn(source: string, fileName = "a.ts"): Expression {
  const { init } = declarationIn("const", `const it = ${source};`, fileName);
  if (init === null) throw new Error(`no value: ${source}`);
  return init;
}

/** A type as it is read. */
export function typeIn(source: string): TypeNode {
  return declarationIn("type", `type It = ${source};`).type;
}

/** The text that a place marks. */
export function textAt(source: string, range: Range): string {
  return source.slice(rangeStart(range), rangeEnd(range));
}

/** Hazards in short: `X.a passed to f.g into Y`; `X.*` is something inside `X`. */
export function hazardsIn(source: string, fileName = "a.ts"): readonly string[] {
  return describeHazards(readModule(source, fileName));
}

function describeHazards({ hazards }: ModuleSummary): readonly string[] {
  return hazards.map(({ name, path, below, kind, into, callee }) =>
    [
      [name, ...path, ...(below ? ["*"] : [])].join("."),
      kind,
      ...(callee === null ? [] : [kind === "method" ? "by" : "to", callee.join(".")]),
      ...(into === null ? [] : ["into", into]),
    ].join(" "),
  );
}

/** Every kind of syntax in a source. */
export function kindsIn(source: string, fileName: string): ReadonlySet<ts.SyntaxKind> {
  const { createSourceFile, forEachChild, ScriptTarget } = loadSyntax();
  const kinds = new Set<ts.SyntaxKind>();
  const visit = (node: ts.Node): void => {
    kinds.add(node.kind);
    forEachChild(node, visit);
  };
  visit(createSourceFile(fileName, source, ScriptTarget.ESNext));
  return kinds;
}
