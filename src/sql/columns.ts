// Columns in an author's SQL: which words are columns, and which were meant to be. Nothing is parsed; a word is judged by the
// tokens beside it, and where that leaves a doubt it stays as it is.

import { keywords, TAKES_TYPES, TAKES_UNITS } from "./keywords.ts";
import type { Token } from "./lex.ts";
import type { LexicalRules } from "./lexical-rules.ts";
import { findBoundWords, findTypes, isSymbol, isWord } from "./scopes.ts";

/** The columns that SQL may name. */
export interface ColumnNames {
  /** SQL names by every spelling: the SQL name itself, and the property. */
  readonly byWord: ReadonlyMap<string, string>;
  /** Spellings by what they are in lower case. */
  readonly byFolded: ReadonlyMap<string, string>;
}

/** How columns are looked up. */
export interface LookupRules {
  readonly lexical: LexicalRules;
  readonly quoteIdentifier: (name: string) => string;
  /** Whether the text is for this dialect alone, so that `"…"` may be the string that it is there. */
  readonly own: boolean;
  /** Whether a word that is no column may be something else anywhere. */
  readonly lenient: boolean;
}

/** A word that is no column. `case`: another spelling of it is. `string`: the dialect takes the quoted word for text. */
export interface ColumnMistake {
  readonly kind: "unknown" | "case" | "string";
  readonly word: string;
  /** The spelling that was meant, where only the case differs. */
  readonly meant: string | null;
  readonly start: number;
  readonly end: number;
}

/** The tokens with columns as the dialect writes them, and the mistakes. */
export interface Lookup {
  readonly tokens: readonly Token[];
  readonly mistakes: readonly ColumnMistake[];
}

/** What is known of a text while its words are looked up. */
interface Reading extends LookupRules {
  readonly given: readonly Token[];
  readonly names: ColumnNames;
  /** Parameters of lambdas, aliases. */
  readonly bound: ReadonlySet<string>;
  /** Places inside a type. */
  readonly types: ReadonlySet<number>;
  /** Whether there are other tables than the one the SQL stands in. */
  readonly hasQuery: boolean;
  /** Places that turned out to be columns. */
  readonly columns: Set<number>;
  /** The words before the brackets that are open. */
  readonly calls: string[];
  readonly mistakes: ColumnMistake[];
}

/** Looks every word up. */
export function lookUpColumns(given: readonly Token[], names: ColumnNames, rules: LookupRules): Lookup {
  const reading: Reading = {
    ...rules,
    given,
    names,
    bound: findBoundWords(given),
    types: findTypes(given),
    hasQuery: given.some((token) => isWord(token, "select")),
    columns: new Set(),
    calls: [],
    mistakes: [],
  };
  return { tokens: given.map((token, place) => readToken(token, place, reading)), mistakes: reading.mistakes };
}

function readToken(token: Token, place: number, reading: Reading): Token {
  followCalls(token, reading.given[place - 1], reading.calls);
  const written = wordOf(token, reading.lexical);
  if (written === null || !mayBeColumn(token, place, reading)) return token;
  const name = findColumn(written, token, place, reading);
  if (name === null) {
    judge(written, token, place, reading);
    return token;
  }
  reading.columns.add(place);
  return { ...token, kind: "name", text: reading.quoteIdentifier(name) };
}

function followCalls(token: Token, before: Token | undefined, calls: string[]): void {
  if (isSymbol(token, "(")) calls.push(before?.kind === "word" ? before.text : "");
  else if (isSymbol(token, ")")) calls.pop();
}

/** What a token names, if it may name a column: a bare word, or one in quotes. */
function wordOf({ kind, text }: Token, { doubleQuotes }: LexicalRules): string | null {
  if (kind === "word") return text;
  if (kind !== "name" && !(kind === "string" && doubleQuotes === "string" && text.startsWith('"'))) return null;
  const quote = text.at(-1) ?? "";
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

/** Not after `.`, `AS`, `::` and the like, not before `(`. */
function mayBeColumn(token: Token, place: number, { given, types, columns, hasQuery }: Reading): boolean {
  const [before, after] = [given[place - 1], given[place + 1]];
  if (isLabel(given, place)) return false;
  if (types.has(place) || isSymbol(before, ".") || (isSymbol(after, "(") && token.kind !== "string")) return false;
  if (before?.kind !== "word" || columns.has(place - 1)) return true;
  const word = before.text.toLowerCase();
  return !keywords.beforeName.has(word) && !(hasQuery && word === "from");
}

/** `name := 1`, `name => 1` and `{name: 1}` give an argument or a member its name. */
function isLabel(given: readonly Token[], place: number): boolean {
  const [before, after, next] = [given[place - 1], given[place + 1], given[place + 2]];
  if (isSymbol(after, ":") && !isSymbol(next, ":"))
    return isSymbol(next, "=") || isSymbol(before, "{") || isSymbol(before, ",");
  return isSymbol(after, "=") && isSymbol(next, ">") && next?.spaced === false;
}

/** The column that a word is. */
function findColumn(written: string, token: Token, place: number, reading: Reading): string | null {
  const { byWord } = reading.names;
  const exact = byWord.get(written);
  if (token.kind !== "word") return exact ?? null;
  const folded = written.toLowerCase();
  // SQL reads PRICE as price.
  const name = exact ?? (reading.bound.has(written) ? undefined : byWord.get(folded));
  if (name === undefined || keywords.constants.has(folded)) return null;
  if (!keywords.all.has(folded)) return name;
  return isOperand(place, reading) && !isWordArgument(folded, place, reading) ? name : null;
}

/** Whether a word is a unit or a type to the function around it: `DATE_TRUNC(taken_at, MONTH)`. */
function isWordArgument(folded: string, place: number, { given, calls }: Reading): boolean {
  const [before, after, call = ""] = [given[place - 1], given[place + 1], calls.at(-1)];
  if (!isWholeArgument(before, after)) return false;
  return (
    (keywords.units.has(folded) && TAKES_UNITS.test(call)) || (keywords.types.has(folded) && TAKES_TYPES.test(call))
  );
}

function isWholeArgument(before: Token | undefined, after: Token | undefined): boolean {
  return (isSymbol(before, "(") || isSymbol(before, ",")) && (isSymbol(after, ")") || isSymbol(after, ","));
}

/** Reports a word that must be a column and is none. */
function judge(written: string, token: Token, place: number, reading: Reading): void {
  const { kind, offset, text } = token;
  const folded = written.toLowerCase();
  const isKeyword = kind === "word" && keywords.all.has(folded);
  if (isKeyword || reading.bound.has(written) || isSymbol(reading.given[place + 1], ".")) return;
  const meant = reading.names.byFolded.get(folded) ?? null;
  const mistake = { word: written, meant, start: offset, end: offset + text.length };
  const isText = kind === "string" && (reading.own || meant === null);
  if (isText) {
    if (meant !== null || (!reading.own && isOperand(place, reading)))
      reading.mistakes.push({ kind: "string", ...mistake });
  } else if (meant !== null) {
    reading.mistakes.push({ kind: "case", ...mistake });
  } else if (isCertain(token, place, reading)) {
    reading.mistakes.push({ kind: "unknown", ...mistake });
  }
}

/** Whether nothing but a column can stand in a place. */
function isCertain({ kind }: Token, place: number, reading: Reading): boolean {
  const call = reading.calls.at(-1) ?? "";
  const isArgument = isWholeArgument(reading.given[place - 1], reading.given[place + 1]);
  const mayBeWord = kind === "word" && isArgument && (TAKES_UNITS.test(call) || TAKES_TYPES.test(call));
  return !reading.lenient && !reading.hasQuery && !mayBeWord && isOperand(place, reading);
}

/** Whether a value stands in a place by itself: an operator or nothing on both sides. */
function isOperand(place: number, { given, columns }: Reading): boolean {
  const before = given[place - 1];
  const word = before?.kind === "word" && !columns.has(place - 1) ? before.text.toLowerCase() : "";
  const isExpected =
    before === undefined ||
    (before.kind === "symbol" ? !/[)\]}.]/.test(before.text) : keywords.beforeOperand.has(word));
  return isExpected && endsOperand(given[place + 1], given[place + 2]);
}

function endsOperand(after: Token | undefined, next: Token | undefined): boolean {
  if (after === undefined) return true;
  if (after.kind === "word") return keywords.afterOperand.has(after.text.toLowerCase());
  if (after.kind !== "symbol" || /[(.{]/.test(after.text)) return false;
  return after.text !== ":" || isSymbol(next, ":");
}
