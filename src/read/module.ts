// Text to ModuleSummary: the whole stage. Looks at nothing but the text and the file's extension, runs nothing, knows no
// other file, and has an answer for every text.
//
//   parse → declarations, imports and exports statement by statement → hazards of the names found → ignore comments

import { findLineStarts } from "../model/span.ts";
import type { Declaration, ModuleSummary } from "../model/summary.ts";
import { readDeclarations } from "./declaration.ts";
import { readExpression } from "./expression.ts";
import { walkModule } from "./hazards/walk.ts";
import { readIgnores } from "./ignore-comment.ts";
import { type Boundary, readBoundary } from "./import-export.ts";
import { readJsonModule } from "./json-module.ts";
import { parsedExtension, parseModule } from "./parse.ts";
import { compact, type Reader } from "./reader.ts";
import { loadSyntax, type ts } from "./typescript.ts";

/**
 * Reads one module. Never throws: what cannot be parsed is listed in `syntaxErrors`, next to what could be.
 *
 * @param fileName Only its extension matters: `.ts .tsx .mts .cts .d.ts .js .jsx .mjs .cjs .json`.
 * @example readModule('export const A = "a"', "a.ts").scope.declarations[0] // the const A
 */
export function readModule(text: string, fileName: string): ModuleSummary {
  const extension = parsedExtension(fileName);
  const parsed = parseModule(text, extension);
  const ambient = extension.startsWith(".d.");
  const reader: Reader = { ts: loadSyntax(), text, readExpression, depth: 0, assertions: 0, ambient };
  if (extension.endsWith(".json")) return readJsonModule(parsed, reader);
  const statements = parsed.file?.statements ?? [];
  const boundary: Boundary = { imports: [], exports: [], starExports: [] };
  const declarations = readStatements(statements, boundary, reader);
  const lineStarts = findLineStarts(text);
  return {
    lineStarts,
    syntaxErrors: parsed.syntaxErrors,
    imports: compact(boundary.imports),
    exports: compact(boundary.exports),
    starExports: compact(boundary.starExports),
    scope: { declarations },
    ...walkModule(statements, declarations, boundary.imports, reader),
    ignores: readIgnores(text, lineStarts),
  };
}

function readStatements(
  statements: readonly ts.Statement[],
  boundary: Boundary,
  reader: Reader,
): readonly Declaration[] {
  const found: Declaration[] = [];
  for (const statement of statements) {
    const declarations = readDeclarations(statement, reader);
    readBoundary(statement, declarations, boundary, reader);
    for (const declaration of declarations) found.push(declaration);
  }
  return compact(found);
}
