// The words of a filter: names, texts, numbers and signs, each with its place.

/** A token. The last one of every filter is an `end`. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "number" | "sign" | "end" | "unknown";
  /** As written, but without quotes: words keep their case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Alternatives in the order of {@link kinds}; blanks and comments first. */
const pattern = new RegExp(
  [
    /((?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)+)/u,
    /'((?:[^']|'')*)'/u,
    /"((?:[^"]|"")*)"/u,
    /((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\p{L}\p{N}_]))/u,
    /([\p{L}_$][\p{L}\p{M}\p{N}_$]*)/u,
    /(<>|!=|<=|>=|==|[=<>(),.-])/u,
    /([\s\S])/u,
  ]
    .map((part) => part.source)
    .join("|"),
  "giu",
);

const kinds = ["blank", "string", "quoted", "number", "word", "sign", "unknown"] as const;

/** Splits a filter into tokens. Every character belongs to one; what fits nowhere is `unknown`. */
export function tokenizeFilter(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of filter.matchAll(pattern)) {
    const group = match.slice(1).findIndex((text) => text !== undefined);
    const kind = kinds[group];
    if (kind === undefined || kind === "blank") continue;
    const text = singleQuotes(kind, match[group + 1] ?? "");
    tokens.push({ kind, text, start: match.index, end: match.index + match[0].length });
  }
  return [...tokens, { kind: "end", text: "", start: filter.length, end: filter.length }];
}

/** Inside quotes, the quote is written twice. */
function singleQuotes(kind: (typeof kinds)[number], text: string): string {
  if (kind === "string") return text.replaceAll("''", "'");
  return kind === "quoted" ? text.replaceAll('""', '"') : text;
}
