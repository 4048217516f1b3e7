// The primary key of a table: injected, asked for in `tableArgs`, or marked on properties, in this order of strength. The
// weaker one is reported when it says something else.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { TableArg } from "../model/feature.ts";
import type { Span } from "../model/span.ts";
import type { PrimaryKey, TableColumn } from "../model/table.ts";
import { checkGivenName } from "./constraints.ts";
import { injectedColumns, injectionOf, PYTHON_KEY_NAME } from "./injection.ts";
import { wantsConstraintName } from "./naming.ts";
import { findColumns, subjectOf, type TableDraft } from "./table-draft.ts";
import type { Unnamed } from "./table-names.ts";

/** The name an injected key has inside a template that builds on names. */
const INJECTED_NAME = "metaxy";

/** A key that somebody asked for. */
interface KeyRequest {
  readonly columns: readonly string[];
  readonly name: string | null;
  readonly span: Span | null;
  /** Who asked, as messages say it. */
  readonly origin: string;
}

/** The primary key of a table, or null when nobody asked for one. */
export function lowerPrimaryKey(draft: TableDraft, report: Diagnostic[]): Unnamed<PrimaryKey> | null {
  const requests = [injectedKey(draft), constraintKey(draft, report), markedKey(draft)].filter((key) => key !== null);
  const [winner, ...others] = requests;
  if (winner === undefined) return checkMissingKey(draft, report);
  for (const other of others) {
    if (!sameColumns(winner.columns, other.columns)) report.push(replaced(other, winner));
  }
  const subject = subjectOf(draft, winner.columns, winner.name);
  return {
    naming: { kind: "pk", subject, span: winner.span ?? draft.decl.span },
    columns: winner.columns,
    source: winner.span,
  };
}

/**
 * Key columns are never null. SQLModel leaves NOT NULL out where the author says `nullable`, and where a constraint rather
 * than the property makes the column a key; engines add it again, all but SQLite.
 */
export function withKeyNullability(
  draft: TableDraft,
  columns: readonly TableColumn[],
  key: Pick<PrimaryKey, "columns"> | null,
  report: Diagnostic[],
): readonly TableColumn[] {
  const { user } = draft.columns;
  const first = columns.length - user.length;
  const python = draft.options.compat === "sqlmodel";
  return columns.map((column, position) => {
    const options = user[position - first]?.decl.options;
    if (!column.nullable || options === undefined) return column;
    const marked = options.primaryKey?.value === true && options.nullable?.value !== true;
    if (!(python ? marked : key?.columns.includes(column.name))) return column;
    // Nullable id columns are errors of their own, and a number the server fills in may well be optional in TypeScript.
    if (!python && !column.id && !column.autoincrement) {
      const span = options.nullable?.span ?? user[position - first]?.decl.typeSpan ?? null;
      report.push(diagnose("MXC2623", { name: column.name }, span));
    }
    return { ...column, nullable: false };
  });
}

function injectedKey({ decl, columns, naming, options }: TableDraft): KeyRequest | null {
  const { primaryKey } = injectionOf(decl, options);
  if (primaryKey === null) return null;
  const own = wantsConstraintName(naming.convention.pk ?? "") ? INJECTED_NAME : null;
  return {
    columns: injectedColumns(options.keyLayout, columns.ids),
    name: options.compat === "sqlmodel" ? PYTHON_KEY_NAME : own,
    span: primaryKey.source,
    origin: "inject_primary_key",
  };
}

function constraintKey(draft: TableDraft, report: Diagnostic[]): KeyRequest | null {
  const [first, second] = draft.decl.tableArgs.filter(isPrimaryKey);
  if (first === undefined) return null;
  if (second !== undefined) {
    report.push(
      diagnose("MXC2622", { className: draft.decl.className }, second.span, [
        { message: "the first one", span: first.span },
      ]),
    );
  }
  checkGivenName("primary key", first.name, report);
  const columns = findColumns(draft, "the primary key", first.columns, report);
  if (columns.length === 0) return null;
  return { columns, name: first.name?.value ?? null, span: first.span, origin: "PrimaryKeyConstraint" };
}

function markedKey({ columns }: TableDraft): KeyRequest | null {
  const marked = columns.user.filter(({ decl }) => decl.options.primaryKey?.value === true);
  const span = marked[0]?.decl.options.primaryKey?.span;
  if (span === undefined) return null;
  return { columns: marked.map(({ name }) => name), name: null, span, origin: "Field({ primaryKey })" };
}

function checkMissingKey({ decl, options }: TableDraft, report: Diagnostic[]): null {
  if (options.compat === "sqlmodel") report.push(diagnose("MXC2650", { className: decl.className }, decl.span));
  return null;
}

function replaced(other: KeyRequest, winner: KeyRequest): Diagnostic {
  const args = { replaced: other.columns.join(", "), by: winner.columns.join(", "), origin: winner.origin };
  const related = winner.span === null ? [] : [{ message: "this one is used", span: winner.span }];
  return diagnose("MXC2621", args, other.span, related);
}

/** Order does not matter: both say which columns identify a row. */
function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column) => b.includes(column));
}

function isPrimaryKey(arg: TableArg): arg is TableArg & { readonly kind: "primary-key" } {
  return arg.kind === "primary-key";
}
