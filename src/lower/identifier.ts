// Which texts may be names and which may stand in SQL at all. The rules are those every dialect can live with; how long a
// name may be and where it must be unique is names.ts, and quoting is the dialects' business.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { escapeUnseen } from "../diagnostics/escape.ts";
import type { Span } from "../model/span.ts";
import { type SqlText, sqlPieces } from "../model/sql-text.ts";
import type { StaticValue } from "../model/value.ts";

/** Names nobody has to look at twice: the fast path. */
const PLAIN = /^[A-Za-z0-9_]([A-Za-z0-9_ -]*[A-Za-z0-9_-])?$/;

/** Every reason to refuse a name, in the order they are reported. */
const PROBLEMS: readonly (readonly [problem: string, pattern: RegExp])[] = [
  ["a NUL character", /\0/],
  ["half of a surrogate pair", /\p{Surrogate}/u],
  ["a bidirectional control character", /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/],
  ["a control character or line separator", /[\p{Control}\u2028\u2029]/u],
  ["an invisible character", /[\p{Default_Ignorable_Code_Point}\p{Format}]/u],
  ["a blank at its start or end", /^\s|\s$/],
];

/** Those that no text may have. */
const UNSTORABLE = PROBLEMS.slice(0, 2);

/** Texts nobody has to look at twice. */
const ASCII = /^[\t\n -~]*$/;

/**
 * Why a text cannot be a name in SQL, or null when it can. Composed and decomposed spellings of one text are two names
 * to a database, so only the composed one (NFC) is a name here.
 *
 * @example findNameProblem("a\u200bb") // "an invisible character"
 */
export function findNameProblem(name: string): string | null {
  if (PLAIN.test(name)) return null;
  if (name === "") return "no character at all";
  const found = PROBLEMS.find(([, pattern]) => pattern.test(name));
  if (found !== undefined) return found[0];
  return name.normalize("NFC") === name ? null : "a decomposed character";
}

/** Reports a name that cannot be one. `what` says what it names: "column", "index". */
export function checkName(what: string, name: string, span: Span | null): readonly Diagnostic[] {
  return reportName(what, name, findNameProblem(name), span);
}

/** Reports a prefix that no name can start with. */
export function checkPrefix(what: string, prefix: string, span: Span | null): readonly Diagnostic[] {
  return reportName(what, prefix, findNameProblem(`${prefix}x`), span);
}

function reportName(what: string, name: string, problem: string | null, span: Span | null): readonly Diagnostic[] {
  return problem === null ? [] : [diagnose("MXC2601", { what, name: escapeUnseen(name), problem }, span)];
}

/** Reports text no engine can store: a NUL ends a statement early, half a surrogate pair is not UTF-8. */
export function checkText(what: string, text: string, span: Span | null): readonly Diagnostic[] {
  if (ASCII.test(text)) return [];
  const problem = UNSTORABLE.find(([, pattern]) => pattern.test(text));
  return problem === undefined ? [] : [diagnose("MXC2602", { what, problem: problem[0] }, span)];
}

/** Reports such SQL, whatever dialect it is for. */
export function checkSql(what: string, sql: SqlText, report: Diagnostic[]): void {
  for (const { value, span } of sqlPieces(sql)) report.push(...checkText(what, value, span));
}

/** Reports such text anywhere inside a folded value, keys of objects included. */
export function checkValueText(what: string, value: StaticValue, report: Diagnostic[]): void {
  if (value.kind === "string") report.push(...checkText(what, value.value, value.span));
  else if (value.kind === "array") for (const item of value.items) checkValueText(what, item, report);
  else if (value.kind === "object") {
    for (const entry of value.entries) {
      report.push(...checkText(what, entry.key, entry.keySpan));
      checkValueText(what, entry.value, report);
    }
  }
}

/** ASCII letters in lower case: how the databases that ignore case compare names. */
export function foldCase(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}
