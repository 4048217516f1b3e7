// The format for terminals: header, place, code frame, chain, help.

import type { Colors } from "picocolors/types.js";
import { maskControls } from "../escape.ts";
import type { Finding, Location, ReadText } from "../finding.ts";

/**
 * Renders findings with code frames, one blank line between them.
 *
 * @example
 * error[MXC1003]: call of `makeKey` cannot be evaluated
 *  --> src/video.ts:7:10
 *   |
 * 7 |     key: makeKey("video"),
 *   |          ^^^^^^^ a function call
 *   = help: write the key as a literal
 */
export function renderPretty(findings: readonly Finding[], readText: ReadText, colors: Colors): string {
  const readLine = lineReader(readText);
  return findings.map((finding) => renderFinding(finding, readLine, colors)).join("\n");
}

/** A line of a file by its number; undefined when it cannot be read any more. */
type ReadLine = (path: string, line: number) => string | undefined;

/** Splits each file once. */
function lineReader(readText: ReadText): ReadLine {
  const known = new Map<string, readonly string[]>();
  return (path, line) => {
    const lines = known.get(path) ?? readText(path)?.split(/\r\n|\n|\r/) ?? [];
    known.set(path, lines);
    return lines[line - 1];
  };
}

function renderFinding(finding: Finding, readLine: ReadLine, colors: Colors): string {
  const paint = finding.severity === "error" ? colors.red : colors.yellow;
  const places = [finding.location, ...finding.related.map((related) => related.location)];
  const gutter = Math.max(2, ...places.map((place) => (place === null ? 0 : String(place.start.line).length + 1)));
  const lines = [
    `${paint(colors.bold(`${finding.severity}[${finding.code}]`))}${colors.bold(`: ${finding.message}`)}`,
    ...renderPlace(finding.location, finding.label, readLine, gutter, colors, paint),
    ...finding.related.flatMap((related) => renderRelated(related, readLine, gutter, colors)),
    ...renderHelp(finding.help, gutter, colors),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function renderPlace(
  place: Location | null,
  label: string | null,
  readLine: ReadLine,
  gutter: number,
  colors: Colors,
  paint: (text: string) => string,
): string[] {
  if (place === null) return [];
  return [
    `${" ".repeat(gutter - 1)}${colors.blue("-->")} ${renderPosition(place)}`,
    ...renderFrame(place, label, readLine, gutter, colors, paint, "^"),
  ];
}

function renderRelated(
  related: Finding["related"][number],
  readLine: ReadLine,
  gutter: number,
  colors: Colors,
): string[] {
  const { message, location } = related;
  return [
    `${" ".repeat(gutter - 1)}${colors.blue(":::")} ${renderPosition(location)}`,
    ...renderFrame(location, message, readLine, gutter, colors, colors.blue, "-"),
  ];
}

/** The first line of the place with a marker under it; nothing when the file cannot be read any more. */
function renderFrame(
  place: Location,
  label: string | null,
  readLine: ReadLine,
  gutter: number,
  colors: Colors,
  paint: (text: string) => string,
  mark: string,
): string[] {
  const line = readLine(place.path, place.start.line);
  if (line === undefined) return label === null ? [] : [`${" ".repeat(gutter)}${colors.blue("=")} ${label}`];
  const end = place.end.line === place.start.line ? place.end.column - 1 : line.length;
  const { before, marked, after } = excerpt(line, place.start.column - 1, end);
  const bar = colors.blue("|");
  const number = String(place.start.line).padStart(gutter - 1);
  const marker = `${blank(before)}${paint(mark.repeat(Math.max(1, width(marked))))}`;
  return [
    `${" ".repeat(gutter)}${bar}`,
    `${colors.blue(number)} ${bar} ${maskControls(`${before}${marked}${after}`.trimEnd())}`,
    `${" ".repeat(gutter)}${bar} ${marker}${label === null ? "" : ` ${paint(label)}`}`,
  ];
}

/** Longer lines are shown in part. */
const MAX_LINE = 240;
/** How much of a long line is shown before the marked place. */
const MAX_BEFORE = 80;

/** A line in three parts, cut where it is too long to be looked at. */
function excerpt(line: string, start: number, end: number) {
  const first = line.length > MAX_LINE && start > MAX_BEFORE ? start - MAX_BEFORE : 0;
  const last = Math.min(line.length, first + MAX_LINE);
  return {
    before: `${first > 0 ? "…" : ""}${line.slice(first, start)}`,
    marked: line.slice(start, Math.min(end, last)),
    after: `${line.slice(Math.min(Math.max(start, end), last), last)}${last < line.length ? "…" : ""}`,
  };
}

function renderHelp(help: string | null, gutter: number, colors: Colors): string[] {
  if (help === null) return [];
  const [first, ...rest] = help.split("\n");
  const indent = " ".repeat(gutter);
  return [
    `${indent}${colors.blue("=")} ${colors.green("help")}: ${first}`,
    ...rest.map((line) => `${indent}  ${line}`),
  ];
}

/** `src/video.ts:7:10`, the form terminals make clickable. */
function renderPosition(place: Location): string {
  return `${place.path}:${place.start.line}:${place.start.column}`;
}

/** White space as wide as the text; tabs stay tabs so that the marker lines up at any tab width. */
function blank(text: string): string {
  return [...text].map((character) => (character === "\t" ? "\t" : " ".repeat(width(character)))).join("");
}

/** Columns a text takes in a terminal: East Asian wide characters and emoji take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /\p{Mark}/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  return columns;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  );
}
