// The columns and literals of a filter, from the token that was taken last.

import { stripBlanks } from "../model/python-blank.ts";
import type { FilterCursor } from "./filter-cursor.ts";
import type { Token } from "./filter-tokens.ts";
import type { FilterColumn, FilterLiteral } from "./filter-tree.ts";
import { containerWords, dottedReservedWords, queryWords, reservedWords, statementWords } from "./filter-words.ts";

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["NULL", null],
  ["TRUE", true],
  ["FALSE", false],
]);

/** `a.b.c.d` is the longest name there is. */
const MOST_PARTS = 4;

/** The literal that starts with a token; null when it is none. */
export function readLiteral(first: Token, cursor: FilterCursor): FilterLiteral | null {
  const { kind, text } = first;
  if (kind === "string") return literal(text);
  if (kind === "number") return number(text, first, cursor);
  const constant = kind === "word" ? CONSTANTS.get(text.toUpperCase()) : undefined;
  if (constant !== undefined) return literal(constant);
  if (kind !== "sign" || text !== "." || cursor.peek().kind !== "number") return null;
  return number(`0.${cursor.next().text}`, first, cursor);
}

function literal(value: FilterLiteral["value"]): FilterLiteral {
  return { kind: "literal", value };
}

function number(text: string, first: Token, cursor: FilterCursor): FilterLiteral {
  if (/^\d+$/.test(text)) return literal(BigInt(text));
  const value = Number(text);
  if (Number.isNaN(value)) cursor.fail(`'${text}' is no number`, cursor.spanFrom(first));
  return literal(value);
}

/** The column that starts with a token; null after a fault. */
export function readColumn(first: Token, cursor: FilterCursor): FilterColumn | null {
  if (!isName(first, cursor)) {
    cursor.unexpected(first, "a column or a literal");
    return null;
  }
  const parts = [first.text];
  let called = first;
  while (cursor.takeSign(".")) {
    called = cursor.next();
    const part = dottedPart(called);
    if (part === null) cursor.unexpected(called, "a column");
    parts.push(part ?? "");
  }
  if (called.kind === "word" && cursor.isSign("(")) {
    cursor.fail(`functions such as ${called.text}() are not supported`, called);
  }
  if (parts.length > MOST_PARTS) cursor.fail(`a name has at most ${MOST_PARTS} parts`, cursor.spanFrom(first));
  const name = stripBlanks(parts.filter((part) => part !== "").join("."));
  if (name === "") cursor.fail("a column has a name", first);
  return { kind: "column", name };
}

function isName(token: Token, cursor: FilterCursor): boolean {
  if (token.kind !== "word") return token.kind === "quoted";
  const word = token.text.toUpperCase();
  if (reservedWords.has(word)) return false;
  if (cursor.taken === 1 && statementWords.has(word)) return false;
  if (cursor.taken > 1 && opens(cursor.peek(-2)) && queryWords.has(word)) return false;
  if (cursor.isSign("<") && containerWords.has(word)) return false;
  return word !== "INTERVAL" || !(cursor.isSign("!") || ["NOT", "IS", "ISNULL"].some((next) => cursor.isWord(next)));
}

/** After a dot most keywords are names, constants in capitals. Null for what is no name. */
function dottedPart({ kind, text }: Token): string | null {
  if (kind === "quoted") return text;
  if (kind !== "word") return null;
  const word = text.toUpperCase();
  if (CONSTANTS.has(word)) return word;
  return dottedReservedWords.has(word) ? null : text;
}

function opens({ kind, text }: Token): boolean {
  return kind === "sign" && text === "(";
}
