// One store's naming scheme, and the name it gives a constraint or an index. Our own names are never cut; names that agree
// with Python are cut as SQLAlchemy cuts them.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { CompileOptions, NamingConvention } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import {
  type ConventionKind,
  DEFAULT_INDEX_TEMPLATE,
  expandTemplate,
  type NamingSubject,
  wantsConstraintName,
} from "./naming.ts";
import { shortenName } from "./sqlalchemy-names.ts";

/** How the constraints of one store get their names. */
export interface NamingScheme {
  readonly convention: NamingConvention;
  /** Applied to convention-made names only. */
  readonly shorten: (name: string) => string;
}

/** What each kind is called in messages. */
const KIND_NAMES = {
  pk: "primary key",
  ix: "index",
  uq: "unique constraint",
  ck: "check constraint",
  fk: "foreign key",
} satisfies Record<ConventionKind, string>;

/** The scheme a store's tables are named by. */
export function namingScheme(target: LoweringTarget, options: CompileOptions): NamingScheme {
  const limit = options.compat === "sqlmodel" ? target.sqlalchemyNameLimit : null;
  const shorten = (name: string) => (limit === null ? name : shortenName(name, limit, "characters"));
  return { convention: options.namingConvention, shorten };
}

/**
 * The name of a constraint: the author's, unless the template builds on it; else what the template makes; else null.
 * Reports a template that needs a name where the author gave none.
 */
export function nameConstraint(
  kind: ConventionKind,
  subject: NamingSubject,
  scheme: NamingScheme,
  span: Span | null,
  report: Diagnostic[],
): string | null {
  const template = scheme.convention[kind];
  if (template === undefined) return subject.constraintName;
  const builds = wantsConstraintName(template);
  if (subject.constraintName !== null && !builds) return subject.constraintName;
  if (subject.constraintName === null && builds) {
    report.push(diagnose("MXC2606", { what: KIND_NAMES[kind], kind }, span));
  }
  // A template whose tokens all stand for nothing makes no name either.
  const name = expandTemplate(template, subject) || null;
  return name === null ? subject.constraintName : scheme.shorten(name);
}

/** The name of an index, which cannot go without: where the convention makes none, SQLAlchemy's default does. */
export function nameIndex(
  subject: NamingSubject,
  scheme: NamingScheme,
  span: Span | null,
  report: Diagnostic[],
): string {
  return (
    nameConstraint("ix", subject, scheme, span, report) ??
    scheme.shorten(expandTemplate(DEFAULT_INDEX_TEMPLATE, subject) ?? subject.table)
  );
}
