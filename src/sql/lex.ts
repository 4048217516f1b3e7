// Cuts a text of SQL into the tokens that the engine of a dialect sees. Nothing is refused: what cannot be SQL is a token, too.

import type { LexicalRules } from "./lexical-rules.ts";

/** What a token is. `junk` starts as a number and goes on as something else, `unclosed` lacks its end. */
export type TokenKind =
  | "word"
  | "number"
  | "name"
  | "string"
  | "dollar-string"
  | "triple-string"
  | "comment"
  | "symbol"
  | "junk"
  | "unclosed";

/** A piece of SQL. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in the text it was cut from. */
  readonly offset: number;
  /** Whether white space stood before it. */
  readonly spaced: boolean;
}

/** What every engine takes for a blank; what only some do is a symbol. */
const BLANKS = /[ \t\n\r\f]+/y;

/** Letters, digits and everything beyond ASCII that names are made of. */
const WORD = /[\p{L}\p{M}\p{Nl}_][\p{L}\p{M}\p{N}\p{Pc}_$]*/uy;

const NUMBER =
  /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?/y;

/** What no number goes on with: `1e'…'` is 1 and an escape string to some, `1$a$` is 1 and a dollar quote. */
const AFTER_NUMBER = /[\p{L}\p{M}\p{N}\p{Pc}_$]+|['"`.]/uy;

const LINE_COMMENT = /[^\n\r]*/y;
const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{M}\p{N}_]*)?\$/uy;

/**
 * Cuts a text.
 *
 * @example lexSql("a > 'x'", dialects.duckdb.lexical).map(({ kind }) => kind) // ["word", "symbol", "string"]
 */
export function lexSql(sql: string, rules: LexicalRules): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let spaced = false;
  while (offset < sql.length) {
    const blanks = matchAt(BLANKS, sql, offset);
    if (blanks !== "") {
      offset += blanks.length;
      spaced = true;
      continue;
    }
    const before = tokens.at(-1);
    const [kind, length] = readToken(sql, offset, rules, spaced ? undefined : before);
    tokens.push({ kind, text: sql.slice(offset, offset + length), offset, spaced });
    offset += length;
    spaced = false;
  }
  return tokens;
}

type Cut = readonly [kind: TokenKind, length: number];

/** One token. `touching` is the one that ends where it starts. */
function readToken(sql: string, offset: number, rules: LexicalRules, touching: Token | undefined): Cut {
  const first = sql[offset] ?? "";
  if (isComment(sql, offset, rules)) return readComment(sql, offset, rules);
  if (rules.unicodeEscapes && /^u&['"]/i.test(sql.slice(offset, offset + 3))) return readQuoted(sql, offset, 2, rules);
  if (isQuote(first, rules)) return readQuoted(sql, offset, 0, rules);
  if (first === "$") return readDollar(sql, offset, rules);
  const word = matchAt(WORD, sql, offset);
  if (word !== "") {
    const isPrefix =
      isStringQuote(sql[offset + word.length], rules) && rules.stringPrefixes.includes(word.toLowerCase());
    return isPrefix ? readQuoted(sql, offset, word.length, rules) : ["word", word.length];
  }
  // After a name `.1` is its first member, not a tenth.
  const isMember = first === "." && touching !== undefined && touching.kind !== "symbol";
  const number = isMember ? "" : matchAt(NUMBER, sql, offset);
  if (number !== "") {
    const rest = matchAt(AFTER_NUMBER, sql, offset + number.length);
    return rest === "" ? ["number", number.length] : ["junk", number.length + rest.length];
  }
  return ["symbol", String.fromCodePoint(sql.codePointAt(offset) ?? 0).length];
}

function matchAt(pattern: RegExp, sql: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(sql)?.[0] ?? "";
}

/** MySQL wants a blank after `--`; nobody loses by a comment where it sees two minus signs. */
function isComment(sql: string, offset: number, { lineComments }: LexicalRules): boolean {
  if (sql.startsWith("--", offset) || sql.startsWith("/*", offset)) return true;
  return lineComments.some((start) => sql.startsWith(start, offset));
}

function readComment(sql: string, offset: number, { nestedComments }: LexicalRules): Cut {
  if (!sql.startsWith("/*", offset)) return ["comment", matchAt(LINE_COMMENT, sql, offset).length];
  let depth = 1;
  for (let end = offset + 2; end < sql.length; end++) {
    const two = sql.slice(end, end + 2);
    if (two === "*/") depth--;
    else if (two === "/*" && nestedComments) depth++;
    else continue;
    end++;
    if (depth === 0) return ["comment", end + 1 - offset];
  }
  return ["unclosed", sql.length - offset];
}

function isQuote(character: string | undefined, rules: LexicalRules): boolean {
  if (character === "'" || character === '"') return true;
  return (character === "`" && rules.backticks) || (character === "[" && rules.bracketNames);
}

function isStringQuote(character: string | undefined, { doubleQuotes }: LexicalRules): boolean {
  return character === "'" || (character === '"' && doubleQuotes === "string");
}

/** A string or a name in quotes, after a prefix of some length. */
function readQuoted(sql: string, offset: number, prefix: number, rules: LexicalRules): Cut {
  const start = offset + prefix;
  const quote = sql[start] ?? "";
  const isString = isStringQuote(quote, rules);
  if (rules.tripleQuotes && isString && sql.startsWith(quote.repeat(3), start)) return readTriple(sql, offset, start);
  const own = sql.slice(offset, start).toLowerCase();
  const escapes = isString
    ? rules.backslashEscapes || rules.escapePrefixes.includes(own)
    : rules.backslashEscapesInNames;
  const end = quote === "[" ? sql.indexOf("]", start) : findQuoteEnd(sql, start, escapes, rules.doubledQuotes);
  return end === -1 ? ["unclosed", sql.length - offset] : [isString ? "string" : "name", end + 1 - offset];
}

/** The closing quote, or -1. */
function findQuoteEnd(sql: string, start: number, backslashes: boolean, doubled: boolean): number {
  const quote = sql[start];
  for (let offset = start + 1; offset < sql.length; offset++) {
    if (sql[offset] === "\\" && backslashes) offset++;
    else if (sql[offset] !== quote) continue;
    else if (doubled && sql[offset + 1] === quote) offset++;
    else return offset;
  }
  return -1;
}

function readTriple(sql: string, offset: number, start: number): Cut {
  const quotes = sql.slice(start, start + 3);
  for (let end = start + 3; end < sql.length; end++) {
    if (sql[end] === "\\") end++;
    else if (sql.startsWith(quotes, end)) return ["triple-string", end + 3 - offset];
  }
  return ["unclosed", sql.length - offset];
}

function readDollar(sql: string, offset: number, { dollarQuotes }: LexicalRules): Cut {
  const tag = dollarQuotes ? matchAt(DOLLAR_TAG, sql, offset) : "";
  if (tag === "") return ["symbol", 1];
  const end = sql.indexOf(tag, offset + tag.length);
  return end === -1 ? ["unclosed", sql.length - offset] : ["dollar-string", end + tag.length - offset];
}
