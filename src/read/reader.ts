// What every part of reading is handed: the text, the parser and how deep we are. Also the places and names of nodes,
// computed without the parser's own position helpers, which look for far more than we need.

import { type Range, rangeFrom } from "../model/span.ts";
import type { Expression } from "../model/summary.ts";
import type { Syntax, ts } from "./typescript.ts";

/** Expressions, types, classes and namespaces nested deeper than this are not read. */
export const MAX_DEPTH = 256;

/** The empty list: one for all, because most lists of a summary are empty. */
export const NONE: readonly never[] = [];

/** A list without the room that growing left in it: summaries are many and live long. */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** The state of reading one module. */
export interface Reader {
  readonly ts: Syntax;
  readonly text: string;
  /** Reads an expression. Classes hold expressions and expressions hold classes; this keeps their files apart. */
  readonly readExpression: (node: ts.Expression, reader: Reader) => Expression;
  /** How many expressions, types, classes and namespaces enclose what is being read. */
  depth: number;
  /** How many `as T` and `<T>x` were read so far, without `as const`. */
  assertions: number;
  /** True inside `declare namespace` and in declaration files, where `export` goes without saying. */
  ambient: boolean;
}

/** The offset of the first token at or after an offset: past blanks and comments. */
function tokenStart(text: string, offset: number): number {
  let at = offset === 0 && text.startsWith("#!") ? endOfLine(text, 0) : offset;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || (unit >= 9 && unit <= 13)) at++;
    else if (unit === 47 && text.charCodeAt(at + 1) === 47) at = endOfLine(text, at);
    else if (unit === 47 && text.charCodeAt(at + 1) === 42) at = endOfComment(text, at);
    else if (unit > 127 && /\s/.test(text.charAt(at))) at++;
    else return at;
  }
}

/** The offset of the line break that ends a line comment, or the end of the text. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Past the end of the block comment that starts at an offset. */
export function endOfComment(text: string, offset: number): number {
  const close = text.indexOf("*/", offset + 2);
  return close < 0 ? text.length : close + 2;
}

export function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

/** Where a node's first token starts. A node the parser made up for a missing token is empty. */
function startOf(node: ts.Node, reader: Reader): number {
  return node.pos >= node.end ? node.end : Math.min(tokenStart(reader.text, node.pos), node.end);
}

/** A node without the blanks and comments before it. */
export function rangeOf(node: ts.Node, reader: Reader): Range {
  return rangeFrom(startOf(node, reader), node.end);
}

/** The first token of a node, after its decorators and modifiers, given the token's length: `class`, `constructor`. */
export function keywordRange(node: ts.Node, length: number, reader: Reader): Range {
  const { modifiers } = node as ts.Node & Modified;
  const start = tokenStart(reader.text, modifiers?.end ?? node.pos);
  return rangeFrom(start, Math.min(start + length, node.end));
}

/** Anything that may have modifiers. */
export interface Modified {
  readonly modifiers?: ts.NodeArray<ts.ModifierLike> | undefined;
}

/** True when a declaration has modifiers; decorators are none. */
export function hasModifiers({ modifiers }: Modified, { ts }: Reader): boolean {
  return modifiers?.some(({ kind }) => ts.tokenToString(kind) !== undefined) ?? false;
}

/** True when a declaration has a modifier. */
export function hasModifier({ modifiers }: Modified, word: string, { ts }: Reader): boolean {
  if (modifiers === undefined) return false;
  for (const { kind } of modifiers) if (ts.tokenToString(kind) === word) return true;
  return false;
}

/**
 * The name of a property or member when it is written out: `a`, `"a"`, `1`, `["a"]`, `#a`. Null when it is computed.
 */
export function propertyName(name: ts.PropertyName, reader: Reader): string | null {
  if (reader.ts.isBigIntLiteral(name)) return bigIntDigits(name);
  if (!reader.ts.isComputedPropertyName(name)) return name.text;
  const inner = name.expression;
  return reader.ts.isStringLiteralLike(inner) || reader.ts.isNumericLiteral(inner) ? inner.text : null;
}

/** The decimal digits of a `bigint` literal of any base. One that is malformed, and reported as such, is 0. */
export function bigIntDigits(node: ts.BigIntLiteral): string {
  const digits = node.text.slice(0, -1);
  if (/^\d+$/.test(digits)) return digits;
  return /^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/i.test(digits) ? BigInt(digits).toString() : "0";
}

/** The names of `a.b.c`, in order. */
export function entityName(name: ts.EntityName, reader: Reader): readonly string[] {
  if (reader.ts.isIdentifier(name)) return [name.text];
  const names: string[] = [];
  let rest: ts.EntityName = name;
  while (reader.ts.isQualifiedName(rest)) {
    names.push(rest.right.text);
    rest = rest.left;
  }
  names.push(rest.text);
  return compact(names.reverse());
}

/** An expression without the parentheses and types around it, which leave its value alone. */
export function withoutWrapping(node: ts.Expression, syntax: Syntax): ts.Expression {
  let inner = node;
  while (
    syntax.isParenthesizedExpression(inner) ||
    syntax.isAsExpression(inner) ||
    syntax.isSatisfiesExpression(inner) ||
    syntax.isNonNullExpression(inner) ||
    syntax.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}
