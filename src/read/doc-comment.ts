// The JSDoc comment of a class or a property, as the text that Python would keep of a docstring.
//
// Which one: the last `/** … */` among the comments directly before the declaration, before its decorators and
//   modifiers. A comment that follows something else on its line and ends that line belongs to what it follows.
// Markers: `/**`, `*/`, and on each line the blanks, the `*` and one blank after it go. Lines without `*` stay as they
//   are. CR LF and CR are line feeds.
// Tags: the text ends before the first line that starts with `@`. Of the tags only `@deprecated why` is kept, as a line
//   `Deprecated: why`; `{@link X}` is `X` and `{@link X|text}` is `text`; `{@inheritDoc}` says nothing.
// Indentation: as `inspect.cleandoc` does. Tabs become blanks up to the next multiple of 8, the first line loses its
//   leading blanks, the others the margin they have in common, and blank lines at both ends go.
// A comment of which nothing is left is no comment.

import { endOfComment, endOfLine, isLineBreak } from "./reader.ts";

/**
 * The text of the doc comment before a declaration.
 *
 * @param offset Where the blanks and comments before the declaration start.
 * @returns Null when there is none, or nothing is left of it.
 */
export function docCommentBefore(text: string, offset: number): string | null {
  const comment = findDocComment(text, offset);
  return comment === null ? null : cleanDocComment(comment);
}

function findDocComment(text: string, offset: number): string | null {
  let at = offset === 0 && text.startsWith("#!") ? endOfLine(text, 0) : offset;
  let found: string | null = null;
  let onFirstLine = offset !== 0;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === 47 && text.charCodeAt(at + 1) === 42) {
      const end = endOfComment(text, at);
      if (isDocComment(text, at)) found = text.slice(at, end);
      at = end;
    } else if (unit === 47 && text.charCodeAt(at + 1) === 47) {
      at = endOfLine(text, at);
    } else if (isLineBreak(unit)) {
      if (onFirstLine) found = null;
      onFirstLine = false;
      at++;
    } else if (unit <= 32 || (unit > 127 && /\s/.test(text.charAt(at)))) {
      at++;
    } else {
      return found;
    }
  }
}

/** Two asterisks, and not closed at once. */
function isDocComment(text: string, at: number): boolean {
  return text.charCodeAt(at + 2) === 42 && text.charCodeAt(at + 3) !== 47;
}

/** Cleans the text of a doc comment, markers included, by the rules at the top of this file. */
export function cleanDocComment(comment: string): string | null {
  const text = withoutMarkers(comment);
  if (!/[\r\n\t@{]/.test(text)) return text.trim() || null;
  const lines = text.split(/\r\n?|\n/);
  const plain = lines.map((line, index) => (index === 0 ? line : line.replace(/^\s*\* ?/, "")));
  const cleaned = cleanIndentation(withoutTags(plain).map(withoutInlineTags));
  return cleaned.trim() === "" ? null : cleaned;
}

function withoutMarkers(comment: string): string {
  let start = 1;
  while (comment.charCodeAt(start) === 42) start++;
  let end = comment.endsWith("*/") ? comment.length - 2 : comment.length;
  while (end > start && comment.charCodeAt(end - 1) === 42) end--;
  return comment.slice(start, Math.max(start, end)).trimEnd();
}

/** The lines before the first block tag, and of the tags what is worth keeping. */
function withoutTags(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let tag: string | null = null;
  for (const line of lines) {
    if (/^\s*@/.test(line)) {
      keepDeprecation(tag, kept);
      tag = line;
    } else if (tag === null) kept.push(line);
    else tag += ` ${line}`;
  }
  keepDeprecation(tag, kept);
  return kept;
}

function keepDeprecation(tag: string | null, kept: string[]): void {
  const words = (tag ?? "").split(/\s+/).filter((word) => word !== "");
  if (words[0] !== "@deprecated") return;
  kept.push(words.length === 1 ? "Deprecated" : `Deprecated: ${words.slice(1).join(" ")}`);
}

function withoutInlineTags(line: string): string {
  return line
    .replace(/\{@inherit[Dd]oc\b[^{}]*\}/g, "")
    .replace(/\{@link(?:code|plain)?\s([^{}]*)\}/g, (_, content: string) => linkText(content.trim()));
}

/** What stands for `X`, `X|text` or `X text`. */
function linkText(content: string): string {
  const separator = content.search(/[\s|]/);
  const label = separator < 0 ? "" : content.slice(separator).trim().replace(/^\|/, "").trim();
  return label === "" ? content.slice(0, separator < 0 ? undefined : separator) : label;
}

/** Python's `inspect.cleandoc`. */
function cleanIndentation(raw: readonly string[]): string {
  const lines = raw.map(expandTabs);
  const margin = lines.slice(1).reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const shift = margin === Infinity ? 0 : margin;
  const dedented = lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(shift)));
  const start = dedented.findIndex((line) => line !== "");
  const end = dedented.findLastIndex((line) => line !== "");
  return start < 0 ? "" : dedented.slice(start, end + 1).join("\n");
}

/** Blanks in front of a line; a blank line has no say in the margin. */
function indentOf(line: string): number {
  const content = line.trimStart();
  return content === "" ? Infinity : line.length - content.length;
}

/** Python's `str.expandtabs()`, which counts code points. */
function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let expanded = "";
  let column = 0;
  for (const character of line) {
    const width = character === "\t" ? 8 - (column % 8) : 1;
    expanded += character === "\t" ? " ".repeat(width) : character;
    column += width;
  }
  return expanded;
}
