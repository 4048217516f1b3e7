// Text that an engine keeps or writes of its own tables, cut into tokens and looked through at the level outside brackets.
// For texts the engine accepted: nothing is checked, comments are dropped.

import type { Dialect } from "../dialects/dialect.ts";
import { lexSql } from "../sql/lex.ts";

/** A quoted text, a number, a word or a symbol. */
export interface SqlToken {
  readonly text: string;
  /** Where it stands in the text it was cut from. */
  readonly start: number;
  readonly end: number;
}

/** Cuts a text. Comparisons of several characters stay whole. */
export function tokenizeSql(sql: string, { lexical }: Pick<Dialect, "lexical">): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const { kind, text, offset, spaced } of lexSql(sql, lexical)) {
    if (kind === "comment") continue;
    const before = tokens.at(-1);
    const end = offset + text.length;
    const continues = !spaced && before !== undefined && COMPARISON.test(before.text) && COMPARISON.test(text);
    if (continues) tokens.splice(-1, 1, { text: before.text + text, start: before.start, end });
    else tokens.push({ text, start: offset, end });
  }
  return tokens;
}

const COMPARISON = /^[<>=!|]+$/;

/** The text with one blank between tokens, so that equal expressions are equal texts whatever their layout. */
export function canonicalText(tokens: readonly SqlToken[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** The part of the text that the tokens span. */
export function sourceText(sql: string, tokens: readonly SqlToken[]): string {
  return sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** Without brackets around the whole, which change nothing. */
export function withoutBrackets(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const isWrapped = tokens[0]?.text === "(" && findClosing(tokens, 0) === tokens.length - 1;
  return isWrapped ? withoutBrackets(tokens.slice(1, -1)) : tokens;
}

/** An expression without brackets around the whole. */
export function bareExpression(sql: string, dialect: Pick<Dialect, "lexical">): string {
  return sourceText(sql, withoutBrackets(tokenizeSql(sql, dialect)));
}

/** What the first bracket holds. */
export function bodyOf(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const start = tokens.findIndex(({ text }) => text === "(");
  return tokens.slice(start + 1, findClosing(tokens, start));
}

/** The parts between commas. */
export function splitItems(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (token.text === "," && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** What the brackets after a word hold, wherever it stands outside brackets. */
export function expressionsAfter(tokens: readonly SqlToken[], word: string): readonly (readonly SqlToken[])[] {
  return clausesOf(tokens, word).map(({ expression }) => expression);
}

/** The same with the name that `CONSTRAINT name` in front gives each, in its quotes. */
export function clausesOf(
  tokens: readonly SqlToken[],
  word: string,
): readonly { readonly name: string | null; readonly expression: readonly SqlToken[] }[] {
  const found: { name: string | null; expression: readonly SqlToken[] }[] = [];
  let rest = tokens;
  for (let place = findAtTop(rest, [word]); place !== -1; place = findAtTop(rest, [word])) {
    const isNamed = /^constraint$/i.test(rest[place - 2]?.text ?? "");
    const end = findClosing(rest, place + 1);
    found.push({ name: isNamed ? (rest[place - 1]?.text ?? null) : null, expression: rest.slice(place + 2, end) });
    rest = rest.slice(end + 1);
  }
  return found;
}

/** The first of the words (in lower case) outside brackets, or -1. */
export function findAtTop(tokens: readonly SqlToken[], words: readonly string[]): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    depth += depthOf(token);
    return depth === 0 && words.includes(token.text.toLowerCase());
  });
}

function findClosing(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  for (let place = open; place < tokens.length; place++) {
    const token = tokens[place];
    if (token !== undefined) depth += depthOf(token);
    if (depth === 0) return place;
  }
  return tokens.length;
}

function depthOf({ text }: SqlToken): number {
  return text === "(" ? 1 : text === ")" ? -1 : 0;
}
