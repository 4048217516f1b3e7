// SQL that users wrote: defaults, generated columns, checks, index predicates, raw types. It is only printed when it is
// one expression that cannot end the statement around it or swallow the rest; sql-formatter lays it out and must be able to
// read it. sql-formatter loads with the first fragment, because most projects have none.

import { createRequire } from "node:module";
import type { Dialect } from "../dialects/dialect.ts";
import type { SqlStyle } from "../model/project.ts";
import { type Token, tokenize } from "./tokens.ts";

/** One line of SQL, or what is wrong with it, as a clause for people. */
export type Fragment = { readonly sql: string } | { readonly problem: string };

/** Checks an expression and lays it out in one line. */
export function readExpression(sql: string, dialect: Dialect, style: SqlStyle): Fragment {
  const read = readFragment(sql, dialect);
  if ("problem" in read) return read;
  try {
    const formatted = tokenize(formatSql(sql, dialect, style), dialect.lexical);
    const same = "tokens" in formatted && signature(formatted.tokens) === signature(read.tokens);
    return { sql: writeLine(same ? formatted.tokens : read.tokens) };
  } catch {
    return { problem: `cannot be read as ${dialect.title}'s SQL` };
  }
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
