// One store's naming scheme, and the name it gives a constraint or an index by itself; names that meet inside a table are told
// apart in table-names.ts. What a template makes is never cut; names that agree with Python are cut as SQLAlchemy cuts them.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { CompileOptions, NamingConvention } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import { type ConventionKind, expandTemplate, type NamingSubject, wantsConstraintName } from "./naming.ts";
import { shortenName } from "./sqlalchemy-names.ts";

/** How the constraints of one store get their names. */
export interface NamingScheme {
  readonly convention: NamingConvention;
  /** Templates of kinds that cannot go unnamed, for where the convention has none. */
  readonly fallback: NamingConvention;
  /** Applied to convention-made names only. */
  readonly shorten: (name: string) => string;
  /**
   * Makes what nobody wrote fit the dialect: names the author cannot choose, and what is added to tell names apart. Null where
   * names are SQLAlchemy's, which adds nothing.
   */
  readonly squeeze: ((name: string) => string) | null;
}

/** What each kind is called in messages. */
export const KIND_NAMES = {
  pk: "primary key",
  ix: "index",
  uq: "unique constraint",
  ck: "check constraint",
  fk: "foreign key",
} satisfies Record<ConventionKind, string>;

/** SQLAlchemy's own template for indexes, and ours for checks. */
const FALLBACK = {
  ix: "ix_%(column_0_label)s",
  ck: "ck_%(table_name)s_%(constraint_name)s",
} satisfies NamingConvention;

/** The scheme a store's tables are named by. */
export function namingScheme(target: LoweringTarget, options: CompileOptions): NamingScheme {
  const { identifierLimit, limitUnit, sqlalchemyNameLimit: limit } = target;
  const isPython = options.compat === "sqlmodel";
  const within = (longest: number | null, unit: "bytes" | "characters") => (name: string) =>
    longest === null ? name : shortenName(name, longest, unit);
  return {
    convention: options.namingConvention,
    fallback: target.namelessChecks ? { ix: FALLBACK.ix } : FALLBACK,
    shorten: within(isPython ? limit : null, "characters"),
    squeeze: isPython ? null : within(identifierLimit, limitUnit),
  };
}

/** The template that makes a name; undefined where the constraint keeps the name that the author gave, or none. */
export function templateFor(kind: ConventionKind, written: string | null, scheme: NamingScheme): string | undefined {
  const template = scheme.convention[kind] ?? (written === null ? scheme.fallback[kind] : undefined);
  return template === undefined || written === null || wantsConstraintName(template) ? template : undefined;
}

/**
 * The name of a constraint: the author's, unless the template builds on it; else what the template makes; else null. Where the
 * template builds on a name that the author did not give, the columns' names stand for it, except in Python's tables.
 */
export function nameConstraint(
  kind: ConventionKind,
  subject: NamingSubject,
  scheme: NamingScheme,
  span: Span | null,
  report: Diagnostic[],
): string | null {
  const { constraintName: written } = subject;
  const template = templateFor(kind, written, scheme);
  if (template === undefined) return written;
  const isImplied = written === null && wantsConstraintName(template);
  if (isImplied && scheme.squeeze === null) report.push(diagnose("MXC2606", { what: KIND_NAMES[kind], kind }, span));
  const constraintName = isImplied && scheme.squeeze !== null ? impliedName(subject) : written;
  // A template whose tokens all stand for nothing makes no name either.
  const name = expandTemplate(template, { ...subject, constraintName }) || null;
  if (name === null) return written ?? fallbackName(kind, subject, scheme);
  const shortened = scheme.shorten(name);
  return isImplied && scheme.squeeze !== null ? scheme.squeeze(shortened) : shortened;
}

/** What stands for a name that was not given. A check may speak of no column at all. */
function impliedName({ columns }: NamingSubject): string {
  return columns.length === 0 ? "check" : columns.join("_");
}

/** What cannot go unnamed has a name even where its template makes none. */
function fallbackName(kind: ConventionKind, subject: NamingSubject, scheme: NamingScheme): string | null {
  const template = scheme.fallback[kind];
  if (template === undefined) return null;
  return scheme.shorten(expandTemplate(template, { ...subject, constraintName: impliedName(subject) }) ?? "");
}
