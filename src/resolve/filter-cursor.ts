// A place in a filter's tokens, and what was found on the way. The first fault counts; after it there is nothing left to
// read, so that every loop ends.

import { type Token, tokenizeFilter } from "./filter-tokens.ts";

/** The first thing that is wrong with a filter. Offsets count from its start. */
export interface FilterFault {
  readonly problem: string;
  readonly start: number;
  readonly end: number;
}

/** A column a filter mentions, and where. */
export interface MentionedColumn {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What the parser reads from. */
export interface FilterCursor {
  readonly columns: MentionedColumn[];
  /** Frames of Python's stack that are in use here. */
  frames: number;
  /** The next token, or one after it. */
  peek(ahead?: number): Token;
  /** Takes the next token. */
  next(): Token;
  /** True before this sign. */
  isSign(sign: string): boolean;
  /** Takes the next token when it is this sign. */
  takeSign(sign: string): boolean;
  /** Takes as many of this sign as there are. */
  skipSigns(sign: string): void;
  /** Takes the next token when it is this word, in any case. */
  takeWord(word: string): boolean;
  /** True before this word, in any case. */
  isWord(word: string, ahead?: number): boolean;
  /** How many tokens were taken. */
  readonly taken: number;
  /** Everything from a token to the last one that was taken. */
  spanFrom(first: Token): Omit<FilterFault, "problem">;
  fail(problem: string, place: Omit<FilterFault, "problem">): void;
  /** Fails at a token that should have been something else. */
  unexpected(token: Token, expected: string): void;
  readonly fault: FilterFault | null;
}

const NOTHING: Token = { kind: "end", text: "", start: 0, end: 0 };

/** Opens a filter. */
export function openFilter(filter: string): FilterCursor {
  const tokens = tokenizeFilter(filter);
  const last = tokens.length - 1;
  let position = 0;
  let fault: FilterFault | null = null;

  const peek = (ahead = 0): Token => tokens[Math.min(position + ahead, last)] ?? NOTHING;
  const next = (): Token => {
    const token = peek();
    position = Math.min(position + 1, last);
    return token;
  };
  const take = (found: boolean): boolean => {
    if (found) next();
    return found;
  };
  const isWord = (word: string, ahead = 0): boolean => {
    const { kind, text } = peek(ahead);
    return kind === "word" && text.toUpperCase() === word;
  };
  const fail = (problem: string, { start, end }: Omit<FilterFault, "problem">): void => {
    fault ??= { problem, start, end };
    position = last;
  };
  const isSign = (sign: string): boolean => peek().kind === "sign" && peek().text === sign;
  const takeSign = (sign: string): boolean => take(isSign(sign));
  return {
    columns: [],
    frames: 0,
    peek,
    next,
    isWord,
    isSign,
    takeWord: (word) => take(isWord(word)),
    takeSign,
    skipSigns: (sign) => {
      while (takeSign(sign));
    },
    get taken() {
      return position;
    },
    spanFrom: ({ start, end }) => ({ start, end: Math.max(end, tokens[position - 1]?.end ?? 0) }),
    fail,
    unexpected: (token, expected) => {
      fail(`expected ${expected}, found ${token.kind === "end" ? "the end" : `'${token.text}'`}`, token);
    },
    get fault() {
      return fault;
    },
  };
}
