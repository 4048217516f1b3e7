// Cuts SQL written by a user into quoted parts and what is between them, by the dialect's rules; nothing is interpreted.

import type { LexicalRules } from "../dialects/dialect.ts";

/** A piece of SQL. */
export interface Token {
  readonly kind: "word" | "quoted" | "symbol";
  readonly text: string;
  /** Where it stands in the text it was cut from. */
  readonly offset: number;
  /** Whether white space stood before it. */
  readonly spaced: boolean;
}

/** The tokens of a text, or what makes it unfit to stand inside a statement, as a clause for people. */
export type Tokens = { readonly tokens: readonly Token[] } | { readonly problem: string };

/** Letters, digits and everything beyond ASCII. */
const WORD = /[\w$\u0080-\uffff]+/y;

/**
 * Cuts a text. Comments, `;`, dollar quotes and unclosed quotes are problems, brackets are not looked at.
 *
 * @param ownComments whether `-- ` lines are our own, and so tokens instead of problems
 */
export function tokenize(sql: string, rules: LexicalRules, ownComments = false): Tokens {
  const tokens: Token[] = [];
  let offset = 0;
  let spaced = false;
  while (offset < sql.length) {
    const comment = ownComments
      ? /^--.*/.exec(sql.slice(offset, offset + 2) === "--" ? sql.slice(offset) : "")?.[0]
      : undefined;
    if (comment !== undefined) {
      tokens.push({ kind: "quoted", text: comment.trimEnd(), offset, spaced: true });
      offset += comment.length;
      continue;
    }
    const problem = findForbidden(sql, offset, rules);
    if (problem !== null) return { problem };
    if (/\s/.test(sql[offset] ?? "")) {
      offset++;
      spaced = true;
      continue;
    }
    const token = readToken(sql, offset, rules, tokens.at(-1), spaced);
    if (token === null) return { problem: "has a quote that is never closed" };
    tokens.push(token);
    offset += token.text.length;
    spaced = false;
  }
  return { tokens };
}

function findForbidden(sql: string, offset: number, rules: LexicalRules): string | null {
  const two = sql.slice(offset, offset + 2);
  if (two === "--" || two === "/*" || (rules.hashComments && two[0] === "#")) return "holds a comment";
  if (two[0] === ";") return "holds a semicolon, which would end the statement";
  if (/^\$\w*\$/.test(sql.slice(offset, offset + 66))) return "holds a dollar-quoted string";
  if (rules.tripleQuotes && /^('''|""")/.test(sql.slice(offset, offset + 3))) return "holds a triple-quoted string";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(two[0] ?? "")) return "holds a control character";
  return null;
}

function readToken(
  sql: string,
  offset: number,
  rules: LexicalRules,
  before: Token | undefined,
  spaced: boolean,
): Token | null {
  const first = sql[offset] ?? "";
  if (first === "'" || first === '"' || (first === "`" && rules.backticks)) {
    const escapeString = rules.escapeStrings && !spaced && /^e$/i.test(before?.text ?? "");
    const escapes = first === "`" ? rules.backslashEscapesInNames : rules.backslashEscapes;
    const end = findQuoteEnd(sql, offset, escapes || escapeString);
    return end === null ? null : { kind: "quoted", text: sql.slice(offset, end), offset, spaced };
  }
  WORD.lastIndex = offset;
  const word = WORD.exec(sql)?.[0];
  return word === undefined
    ? { kind: "symbol", text: first, offset, spaced }
    : { kind: "word", text: word, offset, spaced };
}

/** Past the closing quote; a doubled quote stays inside. */
function findQuoteEnd(sql: string, start: number, backslashes: boolean): number | null {
  const quote = sql[start];
  for (let offset = start + 1; offset < sql.length; offset++) {
    if (sql[offset] === "\\" && backslashes) offset++;
    else if (sql[offset] === quote && sql[offset + 1] === quote) offset++;
    else if (sql[offset] === quote) return offset + 1;
  }
  return null;
}
