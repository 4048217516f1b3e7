// What every writer of one run knows: the dialect, what was asked of it, and where diagnostics go.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Dialect, TargetOptions } from "../dialects/dialect.ts";
import { type SpellOptions, spellType, type TypeTable } from "../dialects/type-table.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { Compat, SqlStyle } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { placeInside, type SqlPiece } from "../model/sql-text.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { type ColumnMistake, type ColumnNames, type LookupRules, lookUpColumns } from "../sql/columns.ts";
import type { Refusal } from "../sql/refuse.ts";
import type { PrintedColumn } from "./columns.ts";
import { layOut, readRawType, readTokens } from "./fragments.ts";
import { indexReferences, type ReferenceIndex } from "./reference-index.ts";

/** What a run is told. */
export interface PrintOptions {
  readonly compat: Compat;
  readonly ifNotExists: boolean;
  readonly style: SqlStyle;
  /** `[ext.compile.<dialect>]`. */
  readonly dialectOptions: TargetOptions;
}

/** The context of one run. */
export interface Printer extends PrintOptions {
  readonly dialect: Dialect;
  /** Collects diagnostics. */
  readonly report: (diagnostic: Diagnostic) => void;
  /** The type table in force. */
  readonly types: TypeTable;
  /** Whether SQLAlchemy's tables are printed. */
  readonly sqlmodel: boolean;
  /** The tables that foreign keys of the run lead to. */
  readonly references: ReferenceIndex;
  /** System columns that have been printed. */
  readonly systemColumns: Map<TableColumn, PrintedColumn>;
  /** Kinds that keys and constraints cannot hold. */
  readonly unkeyable: readonly ColumnKind[];
  /** Kinds that indexes cannot hold. */
  readonly unindexable: readonly ColumnKind[];
  readonly spelling: SpellOptions;
}

/** Starts a run; what is wrong with the options is reported later. */
export function makePrinter(
  tables: readonly Table[],
  elsewhere: readonly Table[],
  dialect: Dialect,
  options: PrintOptions,
  report: (diagnostic: Diagnostic) => void,
): Printer {
  const rules = options.compat === "sqlmodel" ? dialect.sqlmodel : null;
  const types = rules?.types ?? dialect.types;
  const { wrap, nullless } = dialect.nullability;
  return {
    ...options,
    references: indexReferences(tables, elsewhere),
    dialect,
    report,
    types,
    sqlmodel: rules !== null,
    systemColumns: new Map(),
    unkeyable: [...dialect.constraints.unkeyable, ...(rules?.unkeyable ?? [])],
    unindexable: [...dialect.indexes.unindexable, ...(rules?.unkeyable ?? [])],
    spelling: { types, wrapNullable: wrap, nullless, target: options.dialectOptions },
  };
}

/** Spells a type as the run's dialect does. */
export function spell(
  type: ColumnType,
  printer: Printer,
  place: { readonly nullable: boolean; readonly key: boolean },
): string {
  return spellType(type, place.nullable, place.key, printer.spelling);
}

/** An expression of the user's in one line; null, after a report, when it cannot be printed. */
export function expressionOf(
  sql: SqlPiece,
  what: string,
  names: ColumnNames,
  uses: SqlUse,
  printer: Printer,
): string | null {
  const { dialect, report } = printer;
  const read = readTokens(sql.value, dialect);
  if ("problem" in read) return refuse(read, what, sql, printer);
  const { tokens, mistakes } = lookUpColumns(read.tokens, names, { ...dialect, ...uses });
  for (const mistake of mistakes) report(describeMistake(mistake, what, names, sql));
  if (mistakes.some(({ kind }) => kind !== "string")) return null;
  const line = layOut(tokens, dialect);
  return "problem" in line ? refuse({ ...line, start: 0, end: sql.value.length }, what, sql, printer) : line.sql;
}

/** A type of the user's in one line; null, after a report, when it cannot be printed. */
export function rawTypeOf(sql: SqlPiece, what: string, printer: Printer): string | null {
  const read = readRawType(sql.value, printer.dialect);
  return "problem" in read ? refuse(read, what, sql, printer) : read.sql;
}

/** How the words of SQL are looked up. */
export type SqlUse = Pick<LookupRules, "own" | "lenient">;

function describeMistake(mistake: ColumnMistake, what: string, names: ColumnNames, sql: SqlPiece): Diagnostic {
  const { kind, word, meant, start, end } = mistake;
  const suggestion = meant ?? suggest(word, names.byWord.keys());
  const code = kind === "string" ? "MXC2661" : "MXC2660";
  return diagnose(code, { what, word, isCase: meant !== null, suggestion }, placeInside(sql, start, end));
}

function refuse({ problem, start, end }: Refusal, what: string, sql: SqlPiece, { dialect, report }: Printer): null {
  report(diagnose("MXC3010", { dialect: dialect.title, what, problem }, placeInside(sql, start, end)));
  return null;
}

/** The text of a fragment; null, after a report, when there is none. */
export function accept(
  fragment: { readonly sql: string } | { readonly problem: string },
  what: string,
  span: Span | null,
  printer: Printer,
): string | null {
  if ("sql" in fragment) return fragment.sql;
  printer.report(diagnose("MXC3010", { dialect: printer.dialect.title, what, problem: fragment.problem }, span));
  return null;
}
