// The conditions Metaxy accepts as filters: those that sqlglot, the parser it uses, makes out of comparisons, AND, OR, NOT,
// IS, IN and parentheses. What sqlglot would read and throw away is refused, a second condition after `;` for example.
//
//   filter     = or [ ";" ]
//   or         = and { "OR" and }
//   and        = comparison { "AND" comparison }
//   comparison = range [ compare range ]
//   range      = operand [ not ] [ "IN" list | "IS" [ not ] ( "UNKNOWN" | operand ) | "ISNULL" | "NULL" ] [ "NOTNULL" ]
//   list       = "(" { "," } { literal { "," } } ")" | the same in brackets
//   operand    = not comparison | "+" operand | "-" number | "(" or ")" | literal | column
//   literal    = number | string | "NULL" | "TRUE" | "FALSE"
//   column     = name { "." name }
//   not        = "NOT" | "!"

import { type FilterCursor, type FilterFault, type MentionedColumn, openFilter } from "./filter-cursor.ts";
import { readColumn, readLiteral } from "./filter-names.ts";
import type { Token } from "./filter-tokens.ts";
import {
  compare,
  type FilterCondition,
  type FilterLiteral,
  type FilterOperand,
  type FilterOperator,
  isOperand,
  negate,
} from "./filter-tree.ts";

/** A condition with its columns in the order of the text, or the first thing that is wrong with it. */
export type ParsedFilter =
  | { readonly kind: "condition"; readonly condition: FilterCondition; readonly columns: readonly MentionedColumn[] }
  | ({ readonly kind: "fault" } & FilterFault);

/** Stands where a fault was. */
const NULL: FilterLiteral = { kind: "literal", value: null };

const OPERATORS: ReadonlyMap<string, FilterOperator> = new Map([
  ["=", "="],
  ["==", "="],
  ["!=", "!="],
  ["<>", "!="],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);

/** Python ends a recursion after 1,000 frames. What each form takes is measured with sqlglot 28.1 to 29.0; 30 takes less. */
const FRAMES = { all: 960, parenthesis: 24, not: 10, sign: 2, link: 1 } as const;

/**
 * Parses one filter.
 *
 * @example parseFilter("age >= 25 AND status = 'active'") // the columns age and status
 */
export function parseFilter(filter: string): ParsedFilter {
  const cursor = openFilter(filter);
  const condition = readOr(cursor);
  const isFirst = !cursor.takeSign(";");
  cursor.skipSigns(";");
  const rest = cursor.peek();
  if (rest.kind !== "end") cursor.unexpected(rest, isFirst ? "AND, OR or the end" : "the end after ';'");
  const { fault, columns } = cursor;
  return fault === null ? { kind: "condition", condition, columns } : { kind: "fault", ...fault };
}

function readOr(cursor: FilterCursor): FilterCondition {
  return readChain("or", readAnd, cursor);
}

function readAnd(cursor: FilterCursor): FilterCondition {
  return readChain("and", readComparison, cursor);
}

/** Conditions joined by a word, the first ones innermost. */
function readChain(
  kind: "and" | "or",
  readLink: (cursor: FilterCursor) => FilterCondition,
  cursor: FilterCursor,
): FilterCondition {
  let chain = readLink(cursor);
  for (let links = 0; cursor.takeWord(kind.toUpperCase()); links++) {
    if (links > FRAMES.all) cursor.fail("too many conditions in a row", cursor.peek());
    chain = { kind, left: chain, right: readLink(cursor) };
  }
  return chain;
}

function readComparison(cursor: FilterCursor): FilterCondition {
  const first = cursor.peek();
  const left = readRange(cursor);
  const operator = cursor.peek().kind === "sign" ? OPERATORS.get(cursor.peek().text) : undefined;
  if (operator === undefined) return left;
  const operand = comparable(left, first, cursor);
  cursor.next();
  const second = cursor.peek();
  return compare(operator, operand, comparable(readRange(cursor), second, cursor));
}

/** An operand and what may be asked of it without an operator. */
function readRange(cursor: FilterCursor): FilterCondition {
  const first = cursor.peek();
  const operand = readOperand(cursor);
  const negated = takeNot(cursor);
  const asked = readQuestion(operand, first, negated, cursor);
  const tested = cursor.takeWord("NOTNULL") ? negate(compare("=", comparable(asked, first, cursor), NULL)) : asked;
  return negated ? negate(tested) : tested;
}

function readQuestion(operand: FilterCondition, first: Token, negated: boolean, cursor: FilterCursor): FilterCondition {
  if (cursor.takeWord("IN")) return readIn(operand, first, cursor);
  if (cursor.takeWord("IS")) return readIs(comparable(operand, first, cursor), cursor);
  if (!cursor.takeWord("ISNULL") && !(negated && cursor.takeWord("NULL"))) return operand;
  return compare("=", comparable(operand, first, cursor), NULL);
}

function readIs(left: FilterOperand, cursor: FilterCursor): FilterCondition {
  const negated = takeNot(cursor);
  if (cursor.isWord("JSON")) cursor.unexpected(cursor.peek(), "NULL, a column or a literal");
  const first = cursor.peek();
  const right = cursor.takeWord("UNKNOWN") ? NULL : comparable(readOperand(cursor), first, cursor);
  const condition = compare("=", left, right);
  return negated ? negate(condition) : condition;
}

/** Commas without a value between them are as good as one. */
function readIn(column: FilterCondition, first: Token, cursor: FilterCursor): FilterCondition {
  if (column.kind !== "column") {
    cursor.fail("the left side of IN must be a column", first);
    return NULL;
  }
  const close = cursor.takeSign("[") ? "]" : ")";
  if (close === ")") expectSign("(", cursor);
  const values: FilterLiteral["value"][] = [];
  for (cursor.skipSigns(","); !cursor.takeSign(close) && cursor.fault === null; cursor.skipSigns(",")) {
    values.push(readValue(cursor));
    if (!cursor.isSign(",") && !cursor.isSign(close)) cursor.unexpected(cursor.peek(), `',' or '${close}'`);
  }
  return { kind: "in", column, values };
}

function readValue(cursor: FilterCursor): FilterLiteral["value"] {
  const first = cursor.peek();
  const operand = readOperand(cursor);
  if (operand.kind === "literal") return operand.value;
  cursor.fail("the values of IN must be literals", first);
  return null;
}

function readOperand(cursor: FilterCursor): FilterCondition {
  if (takeNot(cursor)) return deeper(FRAMES.not, cursor, (inner) => negate(readComparison(inner)));
  if (cursor.takeSign("+")) return deeper(FRAMES.sign, cursor, readOperand);
  if (cursor.takeSign("-")) return deeper(FRAMES.sign, cursor, readNegative);
  if (cursor.takeSign("(")) return deeper(FRAMES.parenthesis, cursor, readParenthesis);
  const first = cursor.next();
  return readLiteral(first, cursor) ?? readMentioned(first, cursor);
}

function readParenthesis(cursor: FilterCursor): FilterCondition {
  const condition = readOr(cursor);
  expectSign(")", cursor);
  return condition;
}

/** Truth values are numbers in Python. */
function readNegative(cursor: FilterCursor): FilterOperand {
  const first = cursor.peek();
  const operand = readOperand(cursor);
  const value = operand.kind === "literal" ? operand.value : null;
  if (typeof value === "number" || typeof value === "bigint") return { kind: "literal", value: -value };
  if (typeof value === "boolean") return { kind: "literal", value: value ? -1n : 0n };
  cursor.unexpected(first, "a number");
  return NULL;
}

function readMentioned(first: Token, cursor: FilterCursor): FilterOperand {
  const column = readColumn(first, cursor);
  if (column === null) return NULL;
  cursor.columns.push({ name: column.name, ...cursor.spanFrom(first) });
  return column;
}

function comparable(condition: FilterCondition, first: Token, cursor: FilterCursor): FilterOperand {
  if (isOperand(condition)) return condition;
  cursor.fail("only columns and literals can be compared", first);
  return NULL;
}

function takeNot(cursor: FilterCursor): boolean {
  return cursor.takeWord("NOT") || cursor.takeSign("!");
}

function expectSign(sign: string, cursor: FilterCursor): void {
  if (!cursor.takeSign(sign)) cursor.unexpected(cursor.peek(), `'${sign}'`);
}

function deeper<T>(
  frames: number,
  cursor: FilterCursor,
  read: (cursor: FilterCursor) => T | FilterLiteral,
): T | FilterLiteral {
  cursor.frames += frames;
  if (cursor.frames > FRAMES.all) cursor.fail("nested too deeply", cursor.peek());
  const result = cursor.fault === null ? read(cursor) : NULL;
  cursor.frames -= frames;
  return result;
}
