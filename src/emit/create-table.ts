// CREATE TABLE, written in the order in which it reads.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { TableClauses } from "../dialects/dialect.ts";
import type { Statement } from "../model/output.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Table } from "../model/table.ts";
import { nameClause, type PrintedColumn } from "./columns.ts";
import { commentLines, tableCommentClause } from "./comments.ts";
import { printForeignKey } from "./foreign-key.ts";
import { isLate } from "./late-keys.ts";
import type { Printer } from "./printer.ts";
import { indent, join } from "./words.ts";

/**
 * Prints the statement that makes a table, and those that the dialect puts over it.
 *
 * @param columns the printed columns of `table`, in order
 * @param clauses what the dialect adds around the column list
 */
export function printCreateTable(
  table: Table,
  columns: readonly PrintedColumn[],
  clauses: TableClauses,
  printer: Printer,
): readonly Statement[] {
  const { dialect } = printer;
  const name = clauses.name ?? table.name;
  const lines = [
    ...columns.map(({ line }) => line),
    ...printConstraints(table, printer).map(indent),
    ...clauses.body.map(indent),
  ];
  const create = join(["CREATE TABLE", printer.ifNotExists && dialect.ifNotExists.table ? "IF NOT EXISTS" : ""]);
  const sql = [
    ...commentLines(table.comment, printer),
    `${create} ${quoteTable(dialect, table.schema, name)}${clauses.afterName} (`,
    lines.join(",\n"),
    ")",
    ...clauses.suffix,
    tableCommentClause(table, printer),
  ];
  const made = { table: table.name, source: table.source };
  return [
    { ...made, kind: "create-table", name, sql: join(sql, "\n") },
    ...clauses.further.map(
      (further): Statement => ({ ...made, kind: "create-table", name: further.name, sql: `${create} ${further.sql}` }),
    ),
    ...clauses.afterwards.map((alter): Statement => ({ ...made, kind: "alter-table", name, sql: alter })),
  ];
}

function printConstraints(table: Table, printer: Printer): readonly string[] {
  return [
    printPrimaryKey(table, printer),
    ...table.uniqueConstraints.map(({ name, columns }) =>
      named(name, `UNIQUE ${quoteColumns(printer.dialect, columns)}`, printer),
    ),
    ...printChecks(table, printer),
    ...table.foreignKeys.filter((key) => !isLate(key, table, printer)).map((key) => printForeignKey(key, printer)),
  ].filter((line) => line !== "");
}

/** Those that types bring along stand at their columns where they can. */
function printChecks({ checkConstraints }: Table, printer: Printer): readonly string[] {
  const { checksAtColumns } = printer.dialect.constraints;
  return checkConstraints.flatMap(({ name, expression, derivedFrom }) =>
    derivedFrom !== undefined && checksAtColumns ? [] : [named(name, `CHECK (${settledSql(expression)})`, printer)],
  );
}

function printPrimaryKey({ primaryKey, columns }: Table, printer: Printer): string {
  const { constraints, autoincrement } = printer.dialect;
  if (primaryKey === null || !constraints.primaryKeyInColumnList) return "";
  const isSaid = autoincrement?.isPrimaryKey === true && columns.some((column) => column.autoincrement);
  if (isSaid) return "";
  const key = `PRIMARY KEY ${quoteColumns(printer.dialect, primaryKey.columns)}${constraints.notEnforced}`;
  return named(constraints.namedPrimaryKey ? primaryKey.name : null, key, printer);
}

function named(name: string | null, constraint: string, { dialect }: Printer): string {
  return nameClause(name, dialect) + constraint;
}
