// What the engine should have after the SQL ran, and the plainest SQL that makes an engine spell it.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { PrintedTable } from "../emit/print-tables.ts";
import { type SqlText, settledSql } from "../model/sql-text.ts";
import type { CheckConstraint, Index, TableColumn } from "../model/table.ts";

/** A printed table, less what only people and files need. */
export type ProvableTable = Pick<PrintedTable, "expressed" | "statements" | "columnTypes" | "clauses">;

/** What the dialect put around the columns. */
export type PrintedClauses = PrintedTable["clauses"];

/**
 * Statements for a twin of the table: the same columns, expressions and indexes in the plainest SQL, without constraints
 * and comments. Engines rewrite types and expressions; the twin shows how this one writes what the model says.
 *
 * @param place the table's among those that have twins
 */
export function printTwin(provable: ProvableTable, place: number, schema: string, dialect: Dialect): readonly string[] {
  const { expressed: table, columnTypes, clauses } = provable;
  const name = quoteTable(dialect, schema, table.name);
  const columns = table.columns.map((column, index) => printTwinColumn(column, columnTypes[index] ?? "", dialect));
  const checks = table.checkConstraints.map((check, index) => printTwinCheck(check, place, index));
  const lines = [...columns, ...checks, ...printTwinKey(provable, dialect)];
  return [
    [`CREATE TABLE ${name} (${lines.join(", ")})`, ...clauses.suffix].join(" "),
    ...table.indexes.map((index) => printTwinIndex(index, schema, table.name, dialect)),
  ];
}

/** Clauses may lean on the key: no WITHOUT ROWID without one. */
function printTwinKey({ expressed: { primaryKey }, clauses }: ProvableTable, dialect: Dialect): readonly string[] {
  const isNeeded = clauses.suffix.length > 0 && dialect.constraints.primaryKeyInColumnList;
  return isNeeded && primaryKey !== null ? [`PRIMARY KEY ${quoteColumns(dialect, primaryKey.columns)}`] : [];
}

/** Named, so that the catalog's order by name is the order of the model; MySQL wants other names in each table. */
function printTwinCheck({ expression }: CheckConstraint, table: number, place: number): string {
  return `CONSTRAINT metaxy_check_${table}_${String(place).padStart(4, "0")} CHECK (${settledSql(expression)})`;
}

function printTwinColumn(column: TableColumn, type: string, { quoteIdentifier, generated }: Dialect): string {
  const parts = [quoteIdentifier(column.name), type];
  if (column.generated !== null && generated !== null) parts.push(generated.clause(settledSql(column.generated)));
  if (column.default?.kind === "sql") parts.push(`DEFAULT (${settledSql(column.default.sql)})`);
  return parts.join(" ");
}

function printTwinIndex(index: Index, schema: string, table: string, dialect: Dialect): string {
  const { quoteIdentifier, indexes } = dialect;
  if (indexes.style === "inline") {
    const parts = index.parts.map(({ column, expression }) =>
      column === null ? textOf(expression) : quoteIdentifier(column),
    );
    const definition = `${quoteIdentifier(index.name)} (${parts.join(", ")}) TYPE ${index.using}`;
    return `ALTER TABLE ${quoteTable(dialect, schema, table)} ADD INDEX ${definition}`;
  }
  const parts = index.parts.map(({ column, expression, descending, nulls, opclass }) => {
    const text = column === null ? `(${textOf(expression)})` : quoteIdentifier(column);
    const order = [opclass?.value, descending ? "DESC" : undefined, nulls && `NULLS ${nulls}`];
    return [text, ...order].filter((word) => word !== undefined).join(" ");
  });
  const name = quoteTable(dialect, indexes.schemaOnIndex ? schema : null, index.name);
  const on = quoteTable(dialect, indexes.schemaOnIndex ? null : schema, table);
  const using = index.using === null ? ["", ""] : [` USING ${index.using}`, ""];
  const [before, after] = indexes.usingBeforeOn ? using : using.toReversed();
  const include = index.include.length === 0 ? "" : ` INCLUDE (${index.include.map(quoteIdentifier).join(", ")})`;
  const where = index.where === null ? "" : ` WHERE ${settledSql(index.where)}`;
  return `CREATE INDEX ${name}${before} ON ${on}${after} (${parts.join(", ")})${include}${where}`;
}

function textOf(sql: SqlText | null): string {
  return sql === null ? "" : settledSql(sql);
}
