// `// metaxy-ignore MXC2031, MXC2032: reason`: finds the comments, leaves their meaning to others.
//
// Only line comments count. The text is not tokenised for this: a string that contains such a comment is taken for one,
// which at worst keeps a warning about its next line quiet.

import { positionAt, rangeFrom } from "../model/span.ts";
import type { IgnoreComment } from "../model/summary.ts";

const IGNORE = /\/\/[ \t]*metaxy-ignore(?![\w-])([^:\r\n]*)(?::([^\r\n]*))?/g;

/**
 * The ignore comments of a text. Codes are kept as written, so that a misspelt one can be reported.
 *
 * @example readIgnores("// metaxy-ignore MXC2031: known", [0]) // codes ["MXC2031"], reason "known", line 1
 */
export function readIgnores(text: string, lineStarts: readonly number[]): readonly IgnoreComment[] {
  if (!text.includes("metaxy-ignore")) return [];
  return [...text.matchAll(IGNORE)].map((match) => ({
    codes: (match[1] ?? "").split(/[\s,]+/).filter((code) => code !== ""),
    reason: (match[2] ?? "").trim(),
    line: positionAt(lineStarts, match.index).line,
    range: rangeFrom(match.index, match.index + match[0].trimEnd().length),
  }));
}
