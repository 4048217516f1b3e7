// The conditions Metaxy accepts as filters (Metaxy 0.1, `models/filter_expression.py`): comparisons of columns and
// literals, AND, OR, NOT, IS, IN and parentheses. Nothing is evaluated; the columns are what is wanted.
//
//   or      = and { "OR" and }
//   and     = not { "AND" not }
//   not     = "NOT" not | test
//   test    = operand [ compare operand | "IS" ["NOT"] constant | ["NOT"] "IN" "(" literal { "," literal } ")" ]
//   operand = "(" or ")" | literal | column
//   literal = ["-"] number | string | constant        constant = "NULL" | "TRUE" | "FALSE"
//   column  = name { "." name }

import type { Token } from "./filter-tokens.ts";
import { tokenizeFilter } from "./filter-tokens.ts";
import { reservedWords, statementWords } from "./filter-words.ts";

/** A column a filter mentions; dotted names are one column. */
interface FilterColumn {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The columns of a condition, or the first thing that is wrong with it. Offsets count from the filter's start. */
export type ParsedFilter =
  | { readonly kind: "condition"; readonly columns: readonly FilterColumn[] }
  | { readonly kind: "fault"; readonly problem: string; readonly start: number; readonly end: number };

/** What an expression is good for: a column or a literal can be compared, a test cannot. */
type Shape = "column" | "literal" | "test";

const comparisons: ReadonlySet<string> = new Set(["=", "==", "!=", "<>", "<", "<=", ">", ">="]);
const constants: ReadonlySet<string> = new Set(["NULL", "TRUE", "FALSE"]);
const operands = "only columns and literals can be compared";
const deepest = 200;

/**
 * Parses one filter.
 *
 * @example parseFilter("age >= 25 AND status = 'active'") // the columns age and status
 */
export function parseFilter(filter: string): ParsedFilter {
  const tokens = tokenizeFilter(filter);
  const last = tokens.length - 1;
  const columns: FilterColumn[] = [];
  let fault: ParsedFilter | null = null;
  let position = 0;
  let depth = 0;

  /** Keeps the first fault and skips the rest of the filter, so that every loop ends. */
  function fail(problem: string, { start, end }: Token): Shape {
    fault ??= { kind: "fault", problem, start, end };
    position = last;
    return "literal";
  }

  function unexpected(token: Token, expected: string): Shape {
    return fail(`expected ${expected}, found ${token.kind === "end" ? "the end" : `'${token.text}'`}`, token);
  }

  function peek(ahead = 0): Token {
    return tokens[Math.min(position + ahead, last)] ?? nothing;
  }

  function next(): Token {
    const token = peek();
    position = Math.min(position + 1, last);
    return token;
  }

  function isWord(word: string, ahead = 0): boolean {
    return peek(ahead).kind === "word" && peek(ahead).text.toUpperCase() === word;
  }

  function isSign(sign: string): boolean {
    return peek().kind === "sign" && peek().text === sign;
  }

  function take(found: boolean): boolean {
    if (found) next();
    return found;
  }

  function expect(sign: string): void {
    if (!take(isSign(sign))) unexpected(peek(), `'${sign}'`);
  }

  function or(): Shape {
    const shape = and();
    return rest("OR", and) ? "test" : shape;
  }

  function and(): Shape {
    const shape = not();
    return rest("AND", not) ? "test" : shape;
  }

  function rest(word: string, parse: () => Shape): boolean {
    const start = position;
    while (take(isWord(word))) parse();
    return position > start;
  }

  function not(): Shape {
    if (!take(isWord("NOT"))) return test();
    deeper(not);
    return "test";
  }

  function test(): Shape {
    const start = peek();
    const left = operand();
    if (isWord("IN") || (isWord("NOT") && isWord("IN", 1))) return list(left, start);
    const compares = peek().kind === "sign" && comparisons.has(peek().text);
    if (!compares && !isWord("IS")) return left;
    if (left === "test") return fail(operands, start);
    return take(compares) ? comparand() : constant();
  }

  function comparand(): Shape {
    const start = peek();
    return operand() === "test" ? fail(operands, start) : "test";
  }

  function constant(): Shape {
    next();
    take(isWord("NOT"));
    const token = next();
    return isConstant(token) ? "test" : unexpected(token, "NULL, TRUE or FALSE");
  }

  function list(left: Shape, start: Token): Shape {
    if (left !== "column") return fail("the left side of IN must be a column", start);
    take(isWord("NOT"));
    next();
    expect("(");
    do item();
    while (take(isSign(",")));
    expect(")");
    return "test";
  }

  function item(): void {
    const start = peek();
    if (operand() !== "literal") fail("the values of IN must be literals", start);
  }

  function operand(): Shape {
    const token = next();
    if (token.kind === "string" || token.kind === "number" || isConstant(token)) return "literal";
    if (token.kind === "sign" && token.text === "(") return parenthesized();
    if (token.kind === "sign" && token.text === "-") return negative();
    return column(token);
  }

  function parenthesized(): Shape {
    const shape = deeper(or);
    expect(")");
    return shape;
  }

  function negative(): Shape {
    const token = next();
    return token.kind === "number" ? "literal" : unexpected(token, "a number");
  }

  function column(first: Token): Shape {
    if (!isName(first)) return unexpected(first, "a column or a literal");
    if (position === 1 && isOneOf(first, statementWords)) return unexpected(first, "a column or a literal");
    if (first.kind === "word" && isSign("(")) return fail(`functions such as ${first.text}() are not supported`, first);
    const names = [first];
    while (take(isSign("."))) names.push(next());
    const wrong = names.find((name) => !isName(name));
    if (wrong !== undefined) return unexpected(wrong, "a column");
    const { end } = names.at(-1) ?? first;
    columns.push({ name: names.map((name) => name.text).join("."), start: first.start, end });
    return "column";
  }

  function deeper(parse: () => Shape): Shape {
    depth++;
    const shape = depth > deepest ? fail("nested too deeply", peek()) : parse();
    depth--;
    return shape;
  }

  or();
  if (peek().kind !== "end") unexpected(peek(), "AND, OR or the end");
  return fault ?? { kind: "condition", columns };
}

const nothing: Token = { kind: "end", text: "", start: 0, end: 0 };

function isOneOf(token: Token, words: ReadonlySet<string>): boolean {
  return token.kind === "word" && words.has(token.text.toUpperCase());
}

function isConstant(token: Token): boolean {
  return isOneOf(token, constants);
}

function isName(token: Token): boolean {
  return token.kind === "quoted" || (token.kind === "word" && !isOneOf(token, reservedWords));
}
