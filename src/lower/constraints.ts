// Indexes, unique constraints and check constraints of a table, without their names: those on properties first, then those of
// `tableArgs`, with the injected index last among the indexes, and after the author's checks those that types bring along.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { IndexColumn, TableArg } from "../model/feature.ts";
import type { Located } from "../model/span.ts";
import type { CheckConstraint, Index, IndexPart, TableColumn, UniqueConstraint } from "../model/table.ts";
import { writableColumns } from "./columns.ts";
import { checkName, checkSql, checkText } from "./identifier.ts";
import { injectedColumns, injectionOf, PYTHON_INDEX_NAME } from "./injection.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import { findMentioned } from "./mentioned-columns.ts";
import { findColumns, subjectOf, type TableDraft } from "./table-draft.ts";
import type { Unnamed } from "./table-names.ts";

type ArgOf<K extends TableArg["kind"]> = TableArg & { readonly kind: K };

/** All indexes of a table. */
export function lowerIndexes(draft: TableDraft, report: Diagnostic[]): readonly Unnamed<Index>[] {
  const declared = argsOf(draft, "index").flatMap((arg) => declaredIndex(draft, arg, report) ?? []);
  return [...markedIndexes(draft), ...declared, ...injectedIndex(draft)];
}

/** Unique constraints. A property that is both `unique` and `index` has one unique index instead, as in SQLAlchemy. */
export function lowerUniqueConstraints(draft: TableDraft, report: Diagnostic[]): readonly Unnamed<UniqueConstraint>[] {
  const marked = draft.columns.user.flatMap(({ decl: { options }, name }) => {
    if (options.unique?.value !== true || options.index?.value === true) return [];
    const { span } = options.unique;
    return [
      { naming: { kind: "uq" as const, subject: subjectOf(draft, [name], null), span }, columns: [name], source: span },
    ];
  });
  const declared = argsOf(draft, "unique").flatMap(({ name, columns: written, span }) => {
    checkGivenName("unique constraint", name, report);
    const columns = findColumns(draft, "the unique constraint", written, report);
    if (columns.length === 0) return [];
    const subject = subjectOf(draft, columns, name?.value ?? null);
    return [{ naming: { kind: "uq" as const, subject, span }, columns, source: span }];
  });
  return [...marked, ...declared];
}

/** Check constraints, in the order they are written. Their expressions are SQL and stay as they are. */
export function lowerCheckConstraints(draft: TableDraft, report: Diagnostic[]): readonly Unnamed<CheckConstraint>[] {
  return argsOf(draft, "check").map(({ name, expression, span }) => {
    checkGivenName("check constraint", name, report);
    checkSql("the check", expression, report);
    // Python's checks are text to SQLAlchemy, and have no columns.
    const columns = draft.naming.squeeze === null ? [] : findMentioned(expression, writableColumns(draft.columns.user));
    return {
      naming: { kind: "ck", subject: subjectOf(draft, columns, name?.value ?? null), span: name?.span ?? span },
      expression,
      source: span,
    };
  });
}

/** What the dialect checks of its own accord, named as if the author had checked that column. SQLAlchemy checks nothing. */
export function deriveChecks(
  draft: TableDraft,
  columns: readonly TableColumn[],
  { typeChecks }: LoweringTarget,
): readonly Unnamed<CheckConstraint>[] {
  if (draft.options.compat === "sqlmodel") return [];
  return columns.flatMap((column) =>
    typeChecks(column).map((expression) => ({
      naming: { kind: "ck" as const, subject: subjectOf(draft, [column.name], null), span: column.source },
      expression: { value: expression, span: null },
      derivedFrom: column.name,
      source: column.source,
    })),
  );
}

/** The entries of one kind in `tableArgs`. */
export function argsOf<K extends TableArg["kind"]>({ decl }: TableDraft, kind: K): readonly ArgOf<K>[] {
  return decl.tableArgs.filter((arg): arg is ArgOf<K> => arg.kind === kind);
}

/** Reports an author's name that cannot be one. */
export function checkGivenName(what: string, name: Located<string> | null, report: Diagnostic[]): void {
  if (name !== null) report.push(...checkName(what, name.value, name.span));
}

function markedIndexes(draft: TableDraft): readonly Unnamed<Index>[] {
  const { naming, options } = draft;
  // Copying a table for a store, Python makes these indexes anew: with the prefix, and without the author's convention.
  const scheme = options.compat === "sqlmodel" ? { ...naming, convention: {} } : naming;
  return draft.columns.user.flatMap(({ decl, name }) => {
    const { index, unique } = decl.options;
    if (index?.value !== true) return [];
    const subject = { ...subjectOf(draft, [name], null), table: draft.name };
    return [
      {
        naming: { kind: "ix" as const, subject, scheme, span: index.span },
        parts: [{ column: name, expression: null, descending: false }],
        unique: unique?.value === true,
        where: null,
        using: null,
        include: [],
        source: index.span,
      },
    ];
  });
}

function declaredIndex(draft: TableDraft, arg: ArgOf<"index">, report: Diagnostic[]): Unnamed<Index> | null {
  checkGivenName("index", arg.name, report);
  const parts = arg.columns.flatMap((column) => indexPart(draft, column, report) ?? []);
  const columns = parts.flatMap(({ column }) => column ?? []);
  if (parts.length === 0) return null;
  if (columns.length === 0 && arg.name === null) {
    report.push(diagnose("MXC2610", { table: draft.name }, arg.span));
    return null;
  }
  if (arg.using !== null) report.push(...checkText("the index's method", arg.using.value, arg.using.span));
  if (arg.where !== null) checkSql("the index's condition", arg.where, report);
  return {
    naming: { kind: "ix", subject: subjectOf(draft, columns, arg.name?.value ?? null), span: arg.span },
    parts,
    unique: arg.unique,
    where: arg.where,
    using: arg.using?.value ?? null,
    include: findColumns(draft, "the index", arg.include, report),
    source: arg.span,
  };
}

function indexPart(draft: TableDraft, part: IndexColumn, report: Diagnostic[]): IndexPart | null {
  const { column, expression, ...order } = part;
  if (order.opclass !== undefined) {
    report.push(...checkText("the operator class", order.opclass.value, order.opclass.span));
  }
  if (column !== null) {
    const [name] = findColumns(draft, "the index", [column], report);
    return name === undefined ? null : { column: name, expression: null, ...order };
  }
  if (expression === null) return null;
  checkSql("the index's expression", expression, report);
  return { column: null, expression, ...order };
}

/** The injected index: one, however often it is asked for. */
function injectedIndex(draft: TableDraft): readonly Unnamed<Index>[] {
  const { decl, name, columns, options } = draft;
  const { index } = injectionOf(decl, options);
  if (index === null) return [];
  const members = injectedColumns(options.keyLayout, columns.ids);
  const fixed = options.compat === "sqlmodel" ? PYTHON_INDEX_NAME : `ix_${name}__metaxy`;
  return [
    {
      naming: { kind: "ix", subject: subjectOf(draft, members, null), fixed, span: index.source },
      parts: members.map((column) => ({ column, expression: null, descending: false })),
      unique: false,
      where: null,
      using: null,
      include: [],
      source: index.source,
    },
  ];
}
