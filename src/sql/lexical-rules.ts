// What a dialect's own lexer does, as data: enough to cut any text into the tokens that the engine would see.

/** How SQL is cut into tokens. */
export interface LexicalRules {
  /** What `"…"` holds. */
  readonly doubleQuotes: "name" | "string";
  /** Backticks quote names. */
  readonly backticks: boolean;
  /** Square brackets quote names. */
  readonly bracketNames: boolean;
  /** A quote written twice stands for itself; otherwise it ends the text and starts another. */
  readonly doubledQuotes: boolean;
  /** A backslash escapes inside strings. */
  readonly backslashEscapes: boolean;
  /** A backslash escapes inside quoted names. */
  readonly backslashEscapesInNames: boolean;
  /** Words that belong to the string directly after them, in lower case: `E'…'`, `X'…'`. */
  readonly stringPrefixes: readonly string[];
  /** Those of them after which a backslash escapes. */
  readonly escapePrefixes: readonly string[];
  /** Those of them after which only hexadecimal digits may stand. */
  readonly digitPrefixes: readonly string[];
  /** `U&'…'` and `U&"…"` spell characters by their numbers. */
  readonly unicodeEscapes: boolean;
  /** Three quotes open a string. */
  readonly tripleQuotes: boolean;
  /** `$tag$ … $tag$` is a string. */
  readonly dollarQuotes: boolean;
  /** What starts a comment up to the end of the line, besides `--`. */
  readonly lineComments: readonly ("#" | "//")[];
  /** Comments of several lines may stand inside of each other. */
  readonly nestedComments: boolean;
  /** Matches what stands for a value from elsewhere, or what the engine's own client replaces by one. */
  readonly parameters: RegExp | null;
}
