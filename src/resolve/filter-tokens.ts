// The words of a filter: names, texts, numbers and signs, each with its place. They end where those of sqlglot do, with
// which Metaxy parses; what fits nowhere is one `unknown` character.

import { PYTHON_BLANK } from "../model/python-blank.ts";

/** A token. The last one of every filter is an `end`. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "number" | "sign" | "end" | "unknown";
  /** As written, but without quotes: words keep their case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters that end a word. */
const SIGNS = String.raw`()[\]{}&^:,.\-=><%!|+;/\\*~?@#'"\x60`;

/** Taken even where it makes no number. */
const EXPONENT = String.raw`(?:e\d*(?:[+-]\d+)?)?`;

/** Alternatives in the order of {@link KINDS}. */
const PATTERN = new RegExp(
  [
    `([${PYTHON_BLANK}]+|--[^\\n\\r]*)`,
    `'((?:[^']|'')*)'(?!')`,
    `"((?:[^"]|"")*)"(?!")`,
    `(\\d+(?:\\.\\d*${EXPONENT}|${EXPONENT}(?:\\.\\d*)?))`,
    `((?!\\p{Nd})[^${PYTHON_BLANK}${SIGNS}]+)`,
    `(<>|!=|<=|>=|==|[=<>(),.!+;\\[\\]-])`,
    `([^])`,
  ].join("|"),
  "iuy",
);

const KINDS = ["blank", "string", "quoted", "number", "word", "sign", "unknown"] as const;

/** Comments over several lines: the marks at both ends. */
const COMMENTS = { "/*": "*/", "{#": "#}" } as const;

/** Splits a filter into tokens. Every character belongs to one, to a blank or to a comment. */
export function tokenizeFilter(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < filter.length) {
    const next = findCommentEnd(filter, position);
    if (next !== null) {
      position = next;
      continue;
    }
    PATTERN.lastIndex = position;
    const [whole = "", ...groups] = PATTERN.exec(filter) ?? [];
    const group = groups.findIndex((text) => text !== undefined);
    const kind = KINDS[group] ?? "unknown";
    const end = position + Math.max(whole.length, 1);
    if (kind !== "blank") tokens.push({ kind, text: withoutDoubles(kind, groups[group] ?? ""), start: position, end });
    position = end;
  }
  return [...tokens, { kind: "end", text: "", start: filter.length, end: filter.length }];
}

/** The place after the comment that starts here; null where none does, or where it never ends. */
function findCommentEnd(filter: string, start: number): number | null {
  const open = filter.slice(start, start + 2);
  if (open !== "/*" && open !== "{#") return null;
  const nests = !filter.startsWith("/*+", start);
  // The order of these steps is sqlglot's: a comment that opens where another has just begun is no comment.
  let depth = 1;
  for (let at = start + 2; at < filter.length; ) {
    if (filter.startsWith(COMMENTS[open], at)) depth--;
    if (depth === 0) return at + 2;
    at++;
    if (!nests || !filter.startsWith(open, at)) continue;
    depth++;
    at += 2;
  }
  return null;
}

/** Inside quotes, the quote is written twice. */
function withoutDoubles(kind: (typeof KINDS)[number], text: string): string {
  if (kind === "string") return text.replaceAll("''", "'");
  return kind === "quoted" ? text.replaceAll('""', '"') : text;
}
