// Where words of an expression are no columns: what it names itself, and types.

import type { Token } from "./lex.ts";

/** Whether a token is that symbol. */
export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === "symbol" && token.text === text;
}

/** Whether a token is one of these words, given in lower case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === "word" && words.includes(token.text.toLowerCase());
}

/** Parameters of `x -> …`, `(x, y) -> …`, `lambda x, y: …`; x in `[… for x in …]`; names after AS. */
export function findBoundWords(tokens: readonly Token[]): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const [place, token] of tokens.entries()) {
    if (isWord(token, "as", "for", "lambda")) for (const word of wordsFrom(tokens, place + 1)) bound.add(word);
    else if (isLambda(tokens, place)) for (const word of parametersBefore(tokens, place)) bound.add(word);
  }
  return bound;
}

/** Words with commas between them. */
function wordsFrom(tokens: readonly Token[], start: number): readonly string[] {
  const words: string[] = [];
  for (let at = start; tokens[at]?.kind === "word"; at += 2) {
    words.push(tokens[at]?.text ?? "");
    if (!isSymbol(tokens[at + 1], ",")) break;
  }
  return words;
}

/** `->` before something else than the key of a JSON document. */
function isLambda(tokens: readonly Token[], place: number): boolean {
  const [arrow, body] = [tokens[place + 1], tokens[place + 2]];
  const isArrow = isSymbol(tokens[place], "-") && isSymbol(arrow, ">") && arrow?.spaced === false;
  return isArrow && body?.kind !== "string" && body?.kind !== "number" && !isSymbol(body, ">");
}

function parametersBefore(tokens: readonly Token[], arrow: number): readonly string[] {
  const before = tokens[arrow - 1];
  if (before?.kind === "word") return [before.text];
  const words: string[] = [];
  if (!isSymbol(before, ")")) return words;
  for (let at = arrow - 2; at >= 0 && !isSymbol(tokens[at], "("); at--) words.push(tokens[at]?.text ?? "");
  return words;
}

/** Places of types: after `::`, from AS to the end of a cast, in `ARRAY<…>`. */
export function findTypes(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  const add = (start: number, end: number) => {
    for (let at = start; at < end; at++) places.add(at);
  };
  for (let place = 0; place < tokens.length; place++) {
    if (isSymbol(tokens[place], ":") && isSymbol(tokens[place - 1], ":")) add(place + 1, endOfType(tokens, place + 1));
    else if (isAngled(tokens, place)) add(place + 1, endOfType(tokens, place));
    else if (isWord(tokens[place], "as")) add(place + 1, endOfBrackets(tokens, place + 1));
  }
  return places;
}

function isAngled(tokens: readonly Token[], place: number): boolean {
  return isWord(tokens[place], "array", "struct", "range") && isSymbol(tokens[place + 1], "<");
}

/** Past a type: a word, words with dots between them, the brackets after it. */
function endOfType(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (;;) {
    if (isSymbol(tokens[end], ".")) end += 2;
    else if (isSymbol(tokens[end], "(") || isSymbol(tokens[end], "[")) end = endOfBrackets(tokens, end + 1) + 1;
    else if (isAngled(tokens, end - 1)) end = endOfAngles(tokens, end);
    else return end;
  }
}

function endOfAngles(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    if (isSymbol(tokens[at], "<")) depth++;
    else if (isSymbol(tokens[at], ">") && --depth === 0) return at + 1;
  }
  return tokens.length;
}

/** The bracket that closes what is open at a place. */
function endOfBrackets(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const { kind, text } = tokens[at] ?? { kind: "word", text: "" };
    if (kind !== "symbol") continue;
    if (/[([{]/.test(text)) depth++;
    else if (/[)\]}]/.test(text) && --depth < 0) return at;
  }
  return tokens.length;
}
