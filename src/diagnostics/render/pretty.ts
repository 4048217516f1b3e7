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
  return findings.map((finding) => renderFinding(finding, readText, colors)).join("\n");
}

function renderFinding(finding: Finding, readText: ReadText, colors: Colors): string {
  const paint = finding.severity === "error" ? colors.red : colors.yellow;
  const places = [finding.location, ...finding.related.map((related) => related.location)];
  const gutter = Math.max(2, ...places.map((place) => (place === null ? 0 : String(place.start.line).length + 1)));
  const lines = [
    `${paint(colors.bold(`${finding.severity}[${finding.code}]`))}${colors.bold(`: ${finding.message}`)}`,
    ...renderPlace(finding.location, finding.label, readText, gutter, colors, paint),
    ...finding.related.flatMap((related) => renderRelated(related, readText, gutter, colors)),
    ...renderHelp(finding.help, gutter, colors),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function renderPlace(
  place: Location | null,
  label: string | null,
  readText: ReadText,
  gutter: number,
  colors: Colors,
  paint: (text: string) => string,
): string[] {
  if (place === null) return [];
  return [
    `${" ".repeat(gutter - 1)}${colors.blue("-->")} ${renderPosition(place)}`,
    ...renderFrame(place, label, readText, gutter, colors, paint, "^"),
  ];
}

function renderRelated(
  related: Finding["related"][number],
  readText: ReadText,
  gutter: number,
  colors: Colors,
): string[] {
  const { message, location } = related;
  return [
    `${" ".repeat(gutter - 1)}${colors.blue(":::")} ${renderPosition(location)}`,
    ...renderFrame(location, message, readText, gutter, colors, colors.blue, "-"),
  ];
}

/** The first line of the place with a marker under it; nothing when the file cannot be read any more. */
function renderFrame(
  place: Location,
  label: string | null,
  readText: ReadText,
  gutter: number,
  colors: Colors,
  paint: (text: string) => string,
  mark: string,
): string[] {
  const text = readText(place.path);
  const line = text === null ? undefined : text.split(/\r\n|\n|\r/)[place.start.line - 1];
  if (line === undefined) return label === null ? [] : [`${" ".repeat(gutter)}${colors.blue("=")} ${label}`];
  const before = line.slice(0, place.start.column - 1);
  const endColumn = place.end.line === place.start.line ? place.end.column : line.length + 1;
  const marked = line.slice(place.start.column - 1, endColumn - 1);
  const bar = colors.blue("|");
  const number = String(place.start.line).padStart(gutter - 1);
  const marker = `${blank(before)}${paint(mark.repeat(Math.max(1, width(marked))))}`;
  return [
    `${" ".repeat(gutter)}${bar}`,
    `${colors.blue(number)} ${bar} ${maskControls(line.trimEnd())}`,
    `${" ".repeat(gutter)}${bar} ${marker}${label === null ? "" : ` ${paint(label)}`}`,
  ];
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
