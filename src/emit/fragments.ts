// SQL that users wrote: defaults, generated columns, checks, index predicates, raw types. It is only printed when it is
// one expression that cannot end the statement around it or swallow the rest; sql-formatter lays it out and must be able to
// read it. sql-formatter loads with the first fragment, because most projects have none.

import { createRequire } from "node:module";
import type { Dialect } from "../dialects/dialect.ts";
import type { SqlStyle } from "../model/project.ts";
import { lexSql, type Token } from "../sql/lex.ts";
import { findRefusal, type Refusal } from "../sql/refuse.ts";

/** One line of SQL, or what is wrong with it. */
export type Fragment = { readonly sql: string } | Refusal;

/** SQL that may stand inside a statement, or what is wrong with it. */
export type FragmentTokens = { readonly tokens: readonly Token[] } | Refusal;

/** What sql-formatter may change by itself: nothing but blanks. */
const LAYOUT_ONLY: SqlStyle = { keywordCase: null, indentWidth: null };

/** Cuts what a user wrote, and checks that it is one thing and closes what it opens. */
export function readTokens(sql: string, { lexical }: Dialect): FragmentTokens {
  const tokens = lexSql(sql, lexical);
  return findRefusal(tokens, sql, lexical) ?? { tokens };
}

/** Checks an expression and lays it out in one line. Words keep their case: that of keywords is a matter of the script. */
export function readExpression(sql: string, dialect: Dialect): Fragment {
  const read = readTokens(sql, dialect);
  return "problem" in read ? read : layOut(read.tokens, dialect);
}

/** Lays tokens out in one line. */
export function layOut(tokens: readonly Token[], dialect: Dialect): Fragment {
  const given = writeLine(tokens);
  try {
    const formatted = lexSql(formatSql(given, dialect, LAYOUT_ONLY), dialect.lexical);
    const same = signature(formatted) === signature(tokens);
    const line = same ? writeLine(formatted.map((token, place) => likeGiven(token, place, tokens))) : given;
    return { sql: isKept(line, tokens, dialect) ? line : given };
  } catch {
    return { problem: `cannot be read as ${dialect.title}'s SQL`, start: 0, end: given.length };
  }
}

/** The formatter's blanks with the user's words; a parenthesis that makes a call stays at its function, operators stay whole. */
function likeGiven(token: Token, place: number, given: readonly Token[]): Token {
  const original = given[place];
  if (original === undefined) return token;
  const before = given[place - 1];
  const isCall = token.text === "(" && (before?.kind === "word" || before?.kind === "name");
  const isOperator = isOperatorPart(original) && before !== undefined && isOperatorPart(before);
  return { ...original, spaced: isCall || isOperator ? original.spaced : token.spaced };
}

function isOperatorPart({ kind, text }: Token): boolean {
  return kind === "symbol" && !/[()[\]{},.]/.test(text);
}

/** Whether a line is cut into the same tokens again. */
function isKept(line: string, tokens: readonly Token[], { lexical }: Dialect): boolean {
  const again = lexSql(line, lexical);
  return again.length === tokens.length && again.every(({ text }, place) => text === tokens[place]?.text);
}

/** Checks a raw type, which no formatter can tell from an expression. */
export function readRawType(sql: string, dialect: Dialect): Fragment {
  const read = readTokens(sql, dialect);
  return "problem" in read ? read : { sql: writeLine(read.tokens) };
}

/**
 * Lays SQL out. Types, functions and names keep their case: `STRING` is no type in ClickHouse.
 *
 * @throws when sql-formatter cannot read it
 */
export function formatSql(sql: string, dialect: Dialect, style: SqlStyle): string {
  return loadFormatter().format(sql, {
    language: dialect.formatterLanguage,
    keywordCase: style.keywordCase ?? "preserve",
    tabWidth: style.indentWidth ?? 2,
    dataTypeCase: "preserve",
    functionCase: "preserve",
    identifierCase: "preserve",
  });
}

let formatter: typeof import("sql-formatter") | null = null;

function loadFormatter(): typeof import("sql-formatter") {
  formatter ??= createRequire(import.meta.url)("sql-formatter") as typeof import("sql-formatter");
  return formatter;
}

/** One line; white space is kept where there was some, but not inside parentheses. */
function writeLine(tokens: readonly Token[]): string {
  return tokens
    .map((token, place) => {
      const before = tokens[place - 1];
      if (before === undefined) return token.text;
      const hugs = before.text === "(" || token.text === ")";
      // Two that touch could be read as one.
      const touches = !token.spaced && before.kind !== "symbol" && token.kind !== "symbol";
      return (token.spaced && !hugs) || touches ? ` ${token.text}` : token.text;
    })
    .join("");
}

/** What layout may not change: everything but white space and the case of words. */
export function signature(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === "word" ? text.toLowerCase() : text)).join("\u0001");
}
