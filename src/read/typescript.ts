// The one door to TypeScript's parser. Loading it costs as much as reading a hundred files, so it happens on first use:
// a run that finds every summary in its cache never comes here.

import { createRequire } from "node:module";
import type { ts } from "ts-morph";
import type { SYNTAX_NAMES } from "./syntax-names.ts";

export type { ts } from "ts-morph";

/** The part of TypeScript that reading uses. */
export type Syntax = Pick<typeof ts, (typeof SYNTAX_NAMES)[number]>;

let loaded: Syntax | null = null;

/**
 * TypeScript's parser, loaded by the first call. The build cuts it out of the copy that ts-morph carries; the user's
 * `typescript` is never loaded. What its nodes could ask the language service (`getText`, `getStart`) is cut away,
 * whatever their types say.
 */
export function loadSyntax(): Syntax {
  loaded ??= createRequire(import.meta.url)("#typescript-parser") as Syntax;
  return loaded;
}

/**
 * A table from kinds of syntax to anything, spelled with their names and looked up by number. It is laid out on the
 * first look-up, when the numbers are known.
 *
 * @example const keywordOf = syntaxTable({ TrueKeyword: "true" }); keywordOf(node.kind) // "true" or undefined
 */
export function syntaxTable<T>(
  entries: Partial<Readonly<Record<keyof typeof ts.SyntaxKind, T>>>,
): (kind: ts.SyntaxKind) => T | undefined {
  let table: (T | undefined)[] | null = null;
  return (kind) => {
    table ??= layOut(entries);
    return table[kind];
  };
}

function layOut<T>(entries: Partial<Readonly<Record<keyof typeof ts.SyntaxKind, T>>>): (T | undefined)[] {
  const { SyntaxKind } = loadSyntax();
  const table = new Array<T | undefined>(SyntaxKind.Count).fill(undefined);
  for (const name of Object.keys(entries) as (keyof typeof ts.SyntaxKind)[]) table[SyntaxKind[name]] = entries[name];
  return table;
}
