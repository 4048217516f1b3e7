// A diagnostic made ready for people and machines: wording filled in, offsets turned into lines and columns.

import { findLineStarts, type Position, positionAt, type Span } from "../model/span.ts";
import { type Code, catalogue } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { escapeControls, escapeStrings } from "./escape.ts";
import type { Message, Severity } from "./message.ts";

/** A place with both ends as positions. The end is exclusive. */
export interface Location {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** A rendered diagnostic, the input of every format. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly label: string | null;
  readonly help: string | null;
  readonly location: Location | null;
  readonly related: readonly { readonly message: string; readonly location: Location }[];
}

/** Text of a file by path, null when it cannot be read any more. */
export type ReadText = (path: string) => string | null;

/** Fills in wording and positions. `strict` turns warnings into errors. */
export function findingsOf(diagnostics: readonly Diagnostic[], readText: ReadText, strict = false): readonly Finding[] {
  const locate = locator(readText);
  return diagnostics.map((diagnostic) => {
    const entry = catalogue[diagnostic.code] as Message<unknown>;
    return {
      code: diagnostic.code,
      severity: strict ? "error" : entry.severity,
      message: escapeControls(entry.message(diagnostic.args)),
      label: escapeControls(entry.label?.(diagnostic.args) ?? "") || null,
      // Help may have lines of its own, which names must not add to.
      help: entry.help?.(escapeStrings(diagnostic.args)) || null,
      location: diagnostic.primary === null ? null : locate(diagnostic.primary),
      related: diagnostic.related.map(({ message, span }) => ({
        message: escapeControls(message),
        location: locate(span),
      })),
    };
  });
}

/** The severity the catalogue gives a code. */
export function severityOf(code: Code): Severity {
  return catalogue[code].severity;
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => severityOf(code) === "error");
}

/** Turns spans into locations, scanning each file for line ends once. */
function locator(readText: ReadText): (span: Span) => Location {
  const lineStarts = new Map<string, readonly number[]>();
  return ({ file, start, end }) => {
    let starts = lineStarts.get(file);
    if (starts === undefined) {
      starts = findLineStarts(readText(file) ?? "");
      lineStarts.set(file, starts);
    }
    return { path: file, start: positionAt(starts, start), end: positionAt(starts, end) };
  };
}
