// Text to TypeScript's tree, without parents, documentation comments or types. Never throws: what the parser cannot
// digest becomes a syntax error like any other, and so does what it digests only with luck.

import { rangeFrom } from "../model/span.ts";
import type { ModuleSummary } from "../model/summary.ts";
import { loadSyntax, type Syntax, syntaxTable, type ts } from "./typescript.ts";

type SyntaxErrors = ModuleSummary["syntaxErrors"];

/** One broken line can upset the parser to the end of the file; the first few messages say what is wrong. */
const MAX_SYNTAX_ERRORS = 10;

/**
 * The parser descends recursively and has no limit of its own: how far it gets differs between machines, and on one
 * machine between a cold and a warm start (from 535 levels of type arguments on, Node 20). This is reached everywhere.
 */
const MAX_NESTING = 400;

/** Characters of one file. What is no TypeScript at all takes the parser up to half a kilobyte for each. */
const MAX_LENGTH = 2 * 1024 * 1024;

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
  if (text.length > MAX_LENGTH) return unreadable("this file is too large to be read");
  try {
    const file = syntax.createSourceFile(`module${extension}`, text, {
      languageVersion: syntax.ScriptTarget.ESNext,
      jsDocParsingMode: syntax.JSDocParsingMode.ParseNone,
    });
    if (!isNestedTooDeeply(file, syntax)) return { file, syntaxErrors: readSyntaxErrors(file, text, syntax) };
  } catch {
    // The stack is used up.
  }
  return unreadable("this file is nested too deeply to be read");
}

function unreadable(message: string): Parsed {
  return { file: null, syntaxErrors: [{ message, range: rangeFrom(0, 0) }] };
}

/** Only texts with room for that many levels are looked into: each level takes a character at least. */
function isNestedTooDeeply(file: ts.SourceFile, { forEachChild }: Syntax): boolean {
  const nodes: ts.Node[] = [file];
  const depths = [0];
  let parent: ts.Node = file;
  let depth = 0;
  const push = (child: ts.Node): void => {
    nodes.push(child);
    depths.push(isDescentInto(child, parent) ? depth + 1 : depth);
  };
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    parent = node;
    depth = depths.pop() ?? 0;
    if (depth > MAX_NESTING) return true;
    if (node.end - node.pos > MAX_NESTING - depth) forEachChild(node, push);
  }
  return false;
}

/** What starts where its parent does was parsed in a loop, unless it was first taken for the start of type arguments. */
function isDescentInto(child: ts.Node, parent: ts.Node): boolean {
  if (child.pos > parent.pos) return true;
  const { operatorToken } = parent as ts.Node & Partial<ts.BinaryExpression>;
  return operatorToken !== undefined && opensTypeArguments(operatorToken.kind) === true;
}

const opensTypeArguments = syntaxTable<true>({ LessThanToken: true, LessThanLessThanToken: true });

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
