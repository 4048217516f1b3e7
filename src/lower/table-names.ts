// The names of a table's keys, constraints and indexes, given in one pass. Names that authors wrote are settled first. Names that
// conventions make must differ from them and from each other: the first keeps what its template makes, and a later one, in the
// order of declaration, gets the columns that the template leaves out, then a number. So what is added at the end renames nothing.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Span } from "../model/span.ts";
import type { CheckConstraint, ForeignKey, Index, PrimaryKey, UniqueConstraint } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { KIND_NAMES, type NamingScheme, nameConstraint, templateFor } from "./constraint-name.ts";
import { foldCase } from "./identifier.ts";
import { type ConventionKind, type NamingSubject, unspokenColumns } from "./naming.ts";

/** What a name is made of. */
interface NameRequest {
  readonly kind: ConventionKind;
  readonly subject: NamingSubject;
  /** Another scheme than the table's. */
  readonly scheme?: NamingScheme;
  /** A name that no convention has a say in. */
  readonly fixed?: string;
  /** Where the author would write a name. */
  readonly span: Span | null;
}

/** A part of a table before it has its name. */
export type Unnamed<T extends { readonly name: string | null }> = Omit<T, "name"> & { readonly naming: NameRequest };

/** The parts of a table that have names, in the order of their declaration. */
export interface UnnamedParts {
  readonly primaryKey: Unnamed<PrimaryKey> | null;
  readonly indexes: readonly Unnamed<Index>[];
  readonly uniqueConstraints: readonly Unnamed<UniqueConstraint>[];
  readonly checkConstraints: readonly Unnamed<CheckConstraint>[];
  readonly foreignKeys: readonly Unnamed<ForeignKey>[];
}

/** The same with names, indexes sorted by theirs. */
export interface NamedParts {
  readonly primaryKey: PrimaryKey | null;
  readonly indexes: readonly Index[];
  readonly uniqueConstraints: readonly UniqueConstraint[];
  readonly checkConstraints: readonly CheckConstraint[];
  readonly foreignKeys: readonly ForeignKey[];
}

type Part = Unnamed<{ readonly name: string | null }>;

/** Names the parts of one table. */
export function nameParts(parts: UnnamedParts, scheme: NamingScheme, report: Diagnostic[]): NamedParts {
  const { primaryKey, indexes, uniqueConstraints, checkConstraints, foreignKeys } = parts;
  const all: readonly Part[] = [
    ...(primaryKey === null ? [] : [primaryKey]),
    // Nobody can name those that types bring along, so they give way to nothing that an author adds without a name.
    ...checkConstraints.filter(({ derivedFrom }) => derivedFrom !== undefined),
    ...indexes,
    ...uniqueConstraints,
    ...checkConstraints.filter(({ derivedFrom }) => derivedFrom === undefined),
    ...foreignKeys,
  ];
  const names =
    scheme.squeeze === null ? nameApart(all, scheme, report) : nameTogether(all, scheme, scheme.squeeze, report);
  const named = <T extends { readonly name: string | null }>({ naming: _, ...part }: Unnamed<T>, name: T["name"]) =>
    ({ name, ...part }) as unknown as T;
  const nameOf = (part: Part) => names.get(part) ?? null;
  return {
    primaryKey: primaryKey === null ? null : named<PrimaryKey>(primaryKey, nameOf(primaryKey)),
    indexes: indexes
      .map((index) => named<Index>(index, nameOf(index) ?? index.naming.subject.table))
      .sort((a, b) => compareText(a.name, b.name)),
    uniqueConstraints: uniqueConstraints.map((unique) => named<UniqueConstraint>(unique, nameOf(unique))),
    checkConstraints: checkConstraints.map((check) => named<CheckConstraint>(check, nameOf(check))),
    foreignKeys: foreignKeys.map((key) => named<ForeignKey>(key, nameOf(key))),
  };
}

/** As SQLAlchemy does: each by itself. */
function nameApart(all: readonly Part[], scheme: NamingScheme, report: Diagnostic[]): ReadonlyMap<Part, string | null> {
  return new Map(all.map((part) => [part, nameAlone(part, scheme, report)]));
}

function nameTogether(
  all: readonly Part[],
  scheme: NamingScheme,
  squeeze: (name: string) => string,
  report: Diagnostic[],
): ReadonlyMap<Part, string | null> {
  const names = nameApart(all, scheme, report);
  const taken = new Map<string, Part>();
  const made: [Part, string][] = [];
  for (const [part, name] of names) {
    if (name === null) continue;
    if (isWritten(part)) taken.set(foldCase(name), part);
    else made.push([part, name]);
  }
  const settled = new Map(names);
  for (const [part, name] of made) {
    const holder = taken.get(foldCase(name));
    if (holder !== undefined && saysTheSame(part, holder)) report.push(repeats(part, holder));
    const free = holder === undefined ? name : findFree(part, name, scheme, squeeze, taken);
    taken.set(foldCase(free), part);
    settled.set(part, free);
  }
  return settled;
}

function nameAlone({ naming }: Part, scheme: NamingScheme, report: Diagnostic[]): string | null {
  const { kind, subject, fixed, span } = naming;
  return fixed ?? nameConstraint(kind, subject, naming.scheme ?? scheme, span, report);
}

function isWritten({ naming: { subject, fixed } }: Part): boolean {
  return fixed !== undefined || subject.constraintName !== null;
}

/** The first name that is free: with the columns that its template leaves out, then with numbers. */
function findFree(
  { naming: { kind, subject } }: Part,
  name: string,
  scheme: NamingScheme,
  squeeze: (name: string) => string,
  taken: ReadonlyMap<string, Part>,
): string {
  const columns = unspokenColumns(templateFor(kind, null, scheme) ?? "", subject);
  const whole = [name, ...columns].join("_");
  let free = squeeze(whole);
  for (let number = 2; taken.has(foldCase(free)); number++) free = squeeze(`${whole}_${number}`);
  return free;
}

/** Whether one of two parts is superfluous. */
function saysTheSame(a: Part, b: Part): boolean {
  return a.naming.kind === b.naming.kind && contentOf(a) === contentOf(b);
}

function contentOf(part: Part & { readonly source?: unknown }): string {
  return JSON.stringify({ ...part, naming: null, source: null });
}

function repeats({ naming: { kind, span } }: Part, holder: Part): Diagnostic {
  const first = holder.naming.span;
  const related = first === null ? [] : [{ message: "the first one", span: first }];
  return diagnose("MXC2690", { what: KIND_NAMES[kind] }, span, related);
}
