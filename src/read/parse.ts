// Text to TypeScript's tree, without parents, documentation comments or types. Never throws: what the parser cannot
// digest becomes a syntax error like any other.

import { rangeFrom } from "../model/span.ts";
import type { ModuleSummary } from "../model/summary.ts";
import { loadSyntax, type Syntax, type ts } from "./typescript.ts";

type SyntaxErrors = ModuleSummary["syntaxErrors"];

/** One broken line can upset the parser to the end of the file; the first few messages say what is wrong. */
const MAX_SYNTAX_ERRORS = 10;

/** The extensions that change how a text is parsed. */
const EXTENSION = /(?:\.d)?\.(?:[cm]?[jt]s|[jt]sx|json)$/;

export interface Parsed {
  /** Null when there is no tree at all. */
  readonly file: ts.SourceFile | null;
  readonly syntaxErrors: SyntaxErrors;
}

/** The extension that decides how a file is parsed, `.ts` for names that have none of the known ones. */
export function parsedExtension(fileName: string): string {
  return EXTENSION.exec(fileName)?.[0] ?? ".ts";
}

/** Parses a module. Of the file's name only the extension matters. */
export function parseModule(text: string, extension: string): Parsed {
  const syntax = loadSyntax();
  try {
    const file = syntax.createSourceFile(`module${extension}`, text, {
      languageVersion: syntax.ScriptTarget.ESNext,
      jsDocParsingMode: syntax.JSDocParsingMode.ParseNone,
    });
    return { file, syntaxErrors: readSyntaxErrors(file, text, syntax) };
  } catch {
    // The parser descends recursively and has no limit of its own.
    return {
      file: null,
      syntaxErrors: [{ message: "this file is nested too deeply to be read", range: rangeFrom(0, 0) }],
    };
  }
}

function readSyntaxErrors(file: ts.SourceFile, text: string, syntax: Syntax): SyntaxErrors {
  const { parseDiagnostics } = file as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.slice(0, MAX_SYNTAX_ERRORS).map(({ messageText, start, length }) => ({
    message: asClause(syntax.flattenDiagnosticMessageText(messageText, " ")),
    range: rangeFrom(Math.min(start, text.length), Math.min(start + length, text.length)),
  }));
}

/** TypeScript's sentence in the style of our own messages: no capital in front, no full stop behind. */
function asClause(sentence: string): string {
  return sentence.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}
