// SQL that users wrote: defaults, generated columns, checks, index predicates, raw types. It is only printed when it is
// one expression that cannot end the statement around it or swallow the rest; sql-formatter lays it out and must be able to
// read it. sql-formatter loads with the first fragment, because most projects have none.

import { createRequire } from "node:module";
import type { Dialect } from "../dialects/dialect.ts";
import type { SqlStyle } from "../model/project.ts";
import { type Token, tokenize } from "./tokens.ts";

/** One line of SQL, or what is wrong with it, as a clause for people. */
export type Fragment = { readonly sql: string } | { readonly problem: string };

/** What sql-formatter may change by itself: nothing but blanks. */
const LAYOUT_ONLY: SqlStyle = { keywordCase: null, indentWidth: null };

/** Checks an expression and lays it out in one line. Words keep their case: that of keywords is a matter of the script. */
export function readExpression(sql: string, dialect: Dialect): Fragment {
  const read = readFragment(sql, dialect);
  if ("problem" in read) return read;
  try {
    const formatted = tokenize(formatSql(sql, dialect, LAYOUT_ONLY), dialect.lexical);
    const same = "tokens" in formatted && signature(formatted.tokens) === signature(read.tokens);
    return {
      sql: writeLine(same ? formatted.tokens.map((token, place) => likeGiven(token, place, read.tokens)) : read.tokens),
    };
  } catch {
    return { problem: `cannot be read as ${dialect.title}'s SQL` };
  }
}

/** The formatter's blanks with the user's words; a parenthesis that makes a call stays at its function. */
function likeGiven(token: Token, place: number, given: readonly Token[]): Token {
  const original = given[place];
  if (original === undefined) return token;
  const isCall = token.text === "(" && given[place - 1]?.kind === "word";
  return { ...original, spaced: isCall ? original.spaced : token.spaced };
}

/** Checks a raw type, which no formatter can tell from an expression. */
export function readRawType(sql: string, dialect: Dialect): Fragment {
  const read = readFragment(sql, dialect);
  return "problem" in read ? read : { sql: writeLine(read.tokens) };
}

function readFragment(sql: string, dialect: Dialect): ReturnType<typeof tokenize> {
  const read = tokenize(sql, dialect.lexical);
  if ("problem" in read) return read;
  if (read.tokens.length === 0) return { problem: "is empty" };
  const problem = findUnbalanced(read.tokens);
  return problem === null ? read : { problem };
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function findUnbalanced(tokens: readonly Token[]): string | null {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== "symbol") continue;
    const closing = CLOSING[text];
    if (closing !== undefined) open.push(closing);
    else if (/[)\]}]/.test(text) && open.pop() !== text) return `has a '${text}' that nothing opens`;
    else if (text === "," && open.length === 0) return "is a list where one expression was expected";
  }
  const missing = open.at(-1);
  return missing === undefined ? null : `lacks a '${missing}'`;
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
    .map(({ text, spaced }, index) => {
      const before = tokens[index - 1];
      const hugs = before === undefined || before.text === "(" || text === ")";
      return spaced && !hugs ? ` ${text}` : text;
    })
    .join("");
}

/** What layout may not change: everything but white space and the case of words, and `E'x'` is not `E 'x'`. */
export function signature(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => {
      if (token.kind !== "quoted") return token.text.toLowerCase();
      return tokens[index - 1]?.kind === "word" && !token.spaced ? `\u0000${token.text}` : token.text;
    })
    .join("\u0001");
}
