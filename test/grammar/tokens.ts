// A TypeScript source as its tokens, each as it is written; blanks and comments are left out.

import { ts } from "@ts-morph/common";

/** The tokens of a source, in order. Type arguments end with single `>`s. */
export function tokensOf(text: string): readonly string[] {
  const { createSourceFile, ScriptTarget, SyntaxKind, JSDocParsingMode } = ts;
  const options = { languageVersion: ScriptTarget.ESNext, jsDocParsingMode: JSDocParsingMode.ParseNone };
  const file = createSourceFile("module.ts", text, options, true);
  const tokens: string[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file);
    if (children.length > 0) for (const child of children) visit(child);
    else if (node.end > node.pos && node.kind !== SyntaxKind.SyntaxList && node.kind !== SyntaxKind.EndOfFileToken) {
      tokens.push(text.slice(node.getStart(file), node.end));
    }
  };
  visit(file);
  return tokens;
}

/**
 * The tokens with every name of the authoring library as the library has it, whatever the module calls it.
 *
 * @example `import * as dsl from "metaxy-compile/dsl"; dsl.Field()` // … Field ( )
 */
export function withLibraryNames(tokens: readonly string[]): readonly string[] {
  const text = tokens.join(" ");
  const names = new Map<string, string>();
  const spaces = new Set<string>();
  for (const [, clause = ""] of text.matchAll(/\bimport ((?:(?!\bimport\b).)*?) from "metaxy-compile(?:\/dsl)?"/g)) {
    for (const [, imported = "", local = ""] of clause.matchAll(/(\w+) as (\w+)/g)) names.set(local, imported);
    const space = /\* as (\w+)/.exec(clause)?.[1];
    if (space !== undefined) spaces.add(space);
  }
  return tokens.flatMap((token, index) => {
    if (spaces.has(token) && tokens[index + 1] === ".") return [];
    if (token === "." && spaces.has(tokens[index - 1] ?? "")) return [];
    const renamed = tokens[index - 1] === "as" || tokens[index - 1] === "." ? undefined : names.get(token);
    return [renamed ?? token];
  });
}
