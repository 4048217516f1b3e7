// Names of constraints and indexes by convention: SQLAlchemy's `%(token)s` templates, with the meaning SQLAlchemy 2.0 gives
// each token. Names the author wrote are kept, unless the template speaks of `%(constraint_name)s`.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { NamingConvention } from "../model/project.ts";
import { checkName } from "./identifier.ts";

/** The kinds a convention has templates for. */
export type ConventionKind = keyof NamingConvention;

/** What a template may speak about. */
export interface NamingSubject {
  readonly table: string;
  readonly schema: string | null;
  /** SQL names; of an index, the members that are columns. */
  readonly columns: readonly string[];
  /** The name the author gave; null when there is none. */
  readonly constraintName: string | null;
  /** Set for foreign keys only. */
  readonly referred: { readonly table: string; readonly columns: readonly string[] } | null;
}

/** `%(token)s`, `%%`, or a per cent sign that is neither. */
const PIECE = /%(?:\(([^()]*)\)s|(%)|)/g;

/** Which columns, by position or all of them, and what of them. */
const COLUMN_TOKEN = /^(referred_)?column_(\d+|0N|0_N)_(name|label|key)$/;

/** Names to suggest for a misspelt token. */
const COMMON_TOKENS = [
  "table_name",
  "constraint_name",
  "referred_table_name",
  ...["column_0", "column_0N", "column_0_N"].flatMap((at) => [`${at}_name`, `${at}_label`, `${at}_key`]),
  ...["referred_column_0", "referred_column_0N", "referred_column_0_N"].map((at) => `${at}_name`),
];

/**
 * The name a template makes, or null when it makes none: a token is unknown, speaks of what the subject lacks, or a per
 * cent sign stands alone.
 *
 * @example expandTemplate("uq_%(table_name)s_%(column_0_N_name)s", { table: "t", columns: ["a", "b"], … }) // "uq_t_a_b"
 */
export function expandTemplate(template: string, subject: NamingSubject): string | null {
  let broken = false;
  const name = template.replace(PIECE, (_, token: string | undefined, percent: string | undefined) => {
    if (percent !== undefined) return "%";
    const text = token === undefined ? null : tokenText(token, subject);
    broken ||= text === null;
    return text ?? "";
  });
  return broken ? null : name;
}

/**
 * The columns that a template leaves out, its own, or where it names all of them, those referred to.
 *
 * @example unspokenColumns("fk_%(column_0_name)s", { columns: ["a", "b"], … }) // ["b"]
 */
export function unspokenColumns(template: string, { columns, referred }: NamingSubject): readonly string[] {
  const tokens = [...template.matchAll(PIECE)].flatMap(([, token]) => token ?? []);
  const leftOut = (names: readonly string[], start: string) =>
    names.filter((_, place) => {
      const spoken = [`${start}column_${place}_`, `${start}column_0N_`, `${start}column_0_N_`];
      return !tokens.some((token) => spoken.some((each) => token.startsWith(each)));
    });
  const own = tokens.includes("constraint_name") ? [] : leftOut(columns, "");
  return own.length > 0 ? own : leftOut(referred?.columns ?? [], "referred_");
}

/** Whether a name the author wrote goes through the template instead of being kept. */
export function wantsConstraintName(template: string): boolean {
  return template.includes("%(constraint_name)s");
}

/** Reports what is wrong with the templates themselves, each once. They come from the configuration: no place is known. */
export function checkConvention(convention: NamingConvention): readonly Diagnostic[] {
  return (["pk", "ix", "uq", "ck", "fk"] as const).flatMap((kind) => {
    const template = convention[kind];
    return template === undefined ? [] : checkTemplate(kind, template);
  });
}

/** Tries every token on a constraint that has everything its kind can have. */
function checkTemplate(kind: ConventionKind, template: string): readonly Diagnostic[] {
  const referred = kind === "fk" ? { table: "r", columns: ["a", "b"] } : null;
  const sample = { table: "t", schema: null, columns: ["a", "b"], constraintName: "c", referred };
  for (const [, token, percent] of template.matchAll(PIECE)) {
    if (percent !== undefined) continue;
    if (token === undefined) return [diagnose("MXC2605", { kind, template }, null)];
    if (tokenText(token, sample) !== null) continue;
    const known = COMMON_TOKENS.filter((candidate) => tokenText(candidate, sample) !== null);
    return [diagnose("MXC2604", { kind, token, suggestion: didYouMean(token, known) }, null)];
  }
  const made = expandTemplate(template, sample) ?? "";
  return made === "" ? [] : checkName(`naming_convention.${kind}: the`, made, null);
}

/** What a token stands for; null when there is no such token, or nothing for it to stand for. */
function tokenText(token: string, subject: NamingSubject): string | null {
  if (token === "table_name") return subject.table;
  if (token === "constraint_name") return subject.constraintName;
  if (token === "referred_table_name") return subject.referred?.table ?? null;
  const [, referred, which = "", attribute] = COLUMN_TOKEN.exec(token) ?? [];
  if (attribute === undefined) return null;
  if (referred === undefined)
    return columnText(subject.columns, which, attribute === "label" ? labelPrefix(subject) : "");
  // SQLAlchemy's documentation also lists the key of a referred column; its code knows the name alone.
  return attribute === "name" && subject.referred !== null ? columnText(subject.referred.columns, which, "") : null;
}

/** The column at a position (nothing past the end, as in SQLAlchemy), or all of them run together or joined by `_`. */
function columnText(columns: readonly string[], which: string, prefix: string): string {
  const texts = columns.map((column) => prefix + column);
  if (which === "0N") return texts.join("");
  if (which === "0_N") return texts.join("_");
  return texts[Number(which)] ?? "";
}

/** A label is the column's name after its table's and its schema's. */
function labelPrefix({ schema, table }: NamingSubject): string {
  return schema === null ? `${table}_` : `${schema.replaceAll(".", "_")}_${table}_`;
}
