// What an author's SQL may not hold, because it has to stay one part of a statement for whoever reads the script: the engine,
// its command line client, another version of it.

import type { Token, TokenKind } from "./lex.ts";
import type { LexicalRules } from "./lexical-rules.ts";

/** Why SQL cannot be part of a statement, as a clause for people, and which part of it shows that. */
export interface Refusal {
  readonly problem: string;
  readonly start: number;
  readonly end: number;
}

/** The first reason in the order of the text, or null. */
export function findRefusal(tokens: readonly Token[], sql: string, rules: LexicalRules): Refusal | null {
  if (tokens.length === 0) return { problem: "is empty", start: 0, end: sql.length };
  for (const [place, token] of tokens.entries()) {
    const problem = findProblem(token, tokens[place - 1], sql, rules);
    if (problem !== null) return { problem, start: token.offset, end: token.offset + token.text.length };
  }
  return findUnbalanced(tokens, sql);
}

const KINDS: Readonly<Partial<Record<TokenKind, string>>> = {
  comment: "holds a comment",
  "dollar-string": "holds a dollar-quoted string",
  "triple-string": "holds a triple-quoted string",
  unclosed: "has a quote that is never closed",
};

function findProblem(token: Token, before: Token | undefined, sql: string, rules: LexicalRules): string | null {
  const { kind, text, offset } = token;
  const refused = KINDS[kind];
  if (refused !== undefined) return text.startsWith("/*") ? "holds a comment" : refused;
  if (kind === "junk") return `holds ${JSON.stringify(text)}, which is no number`;
  if (kind === "symbol") return findSymbolProblem(text, offset, sql, rules);
  if (kind === "name") return /^u&/i.test(text) ? "holds a name with Unicode escapes" : null;
  return kind === "string" ? findStringProblem(token, before, rules) : null;
}

function findSymbolProblem(text: string, offset: number, sql: string, { parameters }: LexicalRules): string | null {
  if (text === ";") return "holds a semicolon, which would end the statement";
  if (text === "\\") return "holds a backslash outside of quotes";
  // Where it quotes nothing it is not SQL, and a client may think otherwise.
  if (text === "`") return "holds a backtick, which quotes no names there";
  if (text === "$") return "holds a dollar sign, which starts a quote or a parameter";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return "holds a control character";
  // Some engines take NBSP for a blank and typographic quotes for quotes, others take them for letters.
  if (!/^[ -~]$/.test(text)) return `holds ${nameCharacter(text)} outside of quotes`;
  if (parameters !== null) {
    parameters.lastIndex = offset;
    const isCast = sql[offset - 1] === ":" && text === ":";
    const found = isCast ? null : parameters.exec(sql);
    if (found !== null) return `holds ${JSON.stringify(found[0])}, which would be replaced by a value`;
  }
  return null;
}

/** `U+00A0`, with the character itself where it can be seen. */
function nameCharacter(text: string): string {
  const code = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(text) ? `${text} (${code})` : code;
}

function findStringProblem(
  { text, spaced }: Token,
  before: Token | undefined,
  { digitPrefixes, doubledQuotes }: LexicalRules,
): string | null {
  // Some engines join them, some only over a line end, and where there is no line end they are one string with a quote in it.
  if (before?.kind === "string") {
    return spaced || doubledQuotes
      ? "holds two strings in a row"
      : "holds a quote written twice, where a quote inside a string is written with a backslash";
  }
  const [, prefix = "", quoted = ""] = /^(\w*)['"]([\s\S]*)['"]$/.exec(text) ?? [];
  const isDigits = digitPrefixes.includes(prefix.toLowerCase());
  return isDigits && !/^[0-9a-f]*$/i.test(quoted) ? `holds ${text}, which is no row of digits` : null;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function findUnbalanced(tokens: readonly Token[], sql: string): Refusal | null {
  const open: Token[] = [];
  for (const token of tokens) {
    const { kind, text, offset } = token;
    if (kind !== "symbol") continue;
    if (CLOSING[text] !== undefined) open.push(token);
    else if (/[)\]}]/.test(text)) {
      const opening = open.pop();
      if (opening === undefined || CLOSING[opening.text] !== text) {
        return { problem: `has a '${text}' that nothing opens`, start: offset, end: offset + 1 };
      }
    } else if (text === "," && open.length === 0) {
      return { problem: "is a list where one expression was expected", start: 0, end: sql.length };
    }
  }
  const missing = open.at(-1);
  if (missing === undefined) return null;
  return { problem: `lacks a '${CLOSING[missing.text]}'`, start: missing.offset, end: missing.offset + 1 };
}
