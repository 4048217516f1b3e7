// SQL that authors wrote, made ready for one dialect before anything of a table is printed: the dialect's own text is
// chosen, checked and laid out. What has no text for the dialect goes, and what needs one is an error.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { isPiece, type SqlText, sqlFor } from "../model/sql-text.ts";
import type { CheckConstraint, Index, IndexPart, Table, TableColumn } from "../model/table.ts";
import { columnNamesOf } from "./column-names.ts";
import { mapSame } from "./map-same.ts";
import { expressionOf, type Printer } from "./printer.ts";

/** The table with one printed text wherever it had SQL; the same object where it had none. */
export function settleSql(table: Table, printer: Printer): Table {
  const columns = mapSame(table.columns, (column) => settleColumn(column, table, printer));
  const checkConstraints = settleList(table.checkConstraints, (check) => settleCheck(check, table, printer));
  const indexes = settleList(table.indexes, (index) => settleIndex(index, table, printer));
  const isSame = columns === table.columns && checkConstraints === table.checkConstraints && indexes === table.indexes;
  return isSame ? table : { ...table, columns, checkConstraints, indexes };
}

function settleList<T>(items: readonly T[], settle: (item: T) => T | null): readonly T[] {
  if (items.length === 0) return items;
  return items.map(settle).filter((item) => item !== null);
}

function settleColumn(column: TableColumn, table: Table, printer: Printer): TableColumn {
  const { generated, default: value, name } = column;
  const computed = value?.kind === "sql" ? value.sql : null;
  if (generated === null && computed === null) return column;
  return {
    ...column,
    generated: generated && settleGenerated(generated, name, table, printer),
    default: computed === null ? value : settleDefault(computed, name, table, printer),
  };
}

function settleGenerated(sql: SqlText, column: string, table: Table, printer: Printer): SqlText | null {
  const what = `the expression of column '${column}'`;
  if (lacks(sql, printer)) return refuse(sql, what, printer);
  return print(sql, what, table, printer);
}

function settleDefault(sql: SqlText, column: string, table: Table, printer: Printer): TableColumn["default"] {
  const what = `the default of column '${column}'`;
  const printed = lacks(sql, printer) ? leaveOut(sql, what, printer) : print(sql, what, table, printer);
  return printed === null ? null : { kind: "sql", sql: printed };
}

function settleCheck(check: CheckConstraint, table: Table, printer: Printer): CheckConstraint | null {
  const { expression, derivedFrom } = check;
  if (derivedFrom !== undefined) return check;
  const what = "a check constraint";
  if (lacks(expression, printer)) return leaveOut(expression, what, printer);
  const isLost = printer.dialect.constraints.check === "absent";
  const printed = print(expression, what, table, isLost ? silent(printer) : printer);
  return printed === null ? null : { ...check, expression: printed };
}

function settleIndex(index: Index, table: Table, printer: Printer): Index | null {
  const { style, partial, expressions } = printer.dialect.indexes;
  const texts = [index.where, ...index.parts.map(({ expression }) => expression)].filter((sql) => sql !== null);
  if (texts.length === 0) return index;
  const missing = texts.find((sql) => lacks(sql, printer));
  if (missing !== undefined) {
    const what = "an index";
    return index.unique ? refuse(missing, what, printer) : leaveOut(missing, what, printer);
  }
  const settle = (sql: SqlText, what: string, isKept: boolean) =>
    print(sql, `${what} of an index`, table, isKept && style !== "absent" ? printer : silent(printer));
  const parts = index.parts.map((part): IndexPart | null => {
    if (part.expression === null) return part;
    const expression = settle(part.expression, "an expression", expressions);
    return expression === null ? null : { ...part, expression };
  });
  const where = index.where === null ? null : settle(index.where, "the condition", partial);
  const isWhole = parts.every((part) => part !== null) && (where !== null || index.where === null);
  return isWhole ? { ...index, parts, where } : null;
}

function lacks(sql: SqlText, { dialect }: Printer): boolean {
  return sqlFor(sql, dialect.answersTo) === null;
}

/** What the dialect loses anyway is not looked at closely. */
function silent(printer: Printer): Printer {
  return { ...printer, report: () => {} };
}

function print(sql: SqlText, what: string, table: Table, printer: Printer): SqlText | null {
  const piece = sqlFor(sql, printer.dialect.answersTo);
  if (piece === null) return null;
  const uses = { own: !isPiece(sql), lenient: false };
  const value = expressionOf(piece, what, columnNamesOf(table), uses, printer);
  return value === null ? null : { value, span: piece.span };
}

function leaveOut({ span }: SqlText, what: string, { dialect, report }: Printer): null {
  report(diagnose("MXC3060", { dialect: dialect.title, name: dialect.name, what }, span));
  return null;
}

function refuse({ span }: SqlText, what: string, { dialect, report }: Printer): null {
  report(diagnose("MXC3061", { dialect: dialect.title, name: dialect.name, what }, span));
  return null;
}
