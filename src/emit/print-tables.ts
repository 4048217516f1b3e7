// Logical tables in, SQL statements out, one table after the other in the order given. What the dialect lacks is left out
// and reported; what it would refuse is an error. Files, headers and metadata are made elsewhere.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect, TableClauses, TableContext } from "../dialects/dialect.ts";
import type { Statement } from "../model/output.ts";
import type { Index, Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { checkReferences } from "./check-references.ts";
import { checkTable } from "./check-table.ts";
import { checkColumnType } from "./check-types.ts";
import { printColumns } from "./columns.ts";
import { fitComments, printComments } from "./comments.ts";
import { printIndexes } from "./create-index.ts";
import { printCreateTable } from "./create-table.ts";
import { fitTable } from "./fit-table.ts";
import { printLateKeys } from "./late-keys.ts";
import { makePrinter, type Printer, type PrintOptions } from "./printer.ts";
import { settleSql } from "./settle-sql.ts";
import { checkTargetOptions, tableContext } from "./table-options.ts";

/** A table with the SQL that makes it. */
export interface PrintedTable {
  /** As it was given, its SQL as it is printed. */
  readonly table: Table;
  /** What of it the dialect expresses: the catalog of an engine reads back as this. */
  readonly expressed: Table;
  /** CREATE TABLE, then indexes by name, then comments; extensions stand before the first table of a run. */
  readonly statements: readonly Statement[];
  /** The SQL type of each column. */
  readonly columnTypes: readonly string[];
  /** What follows DEFAULT, for each column. */
  readonly columnDefaults: readonly (string | null)[];
  /** What the dialect put around the columns, and did to the table afterwards. */
  readonly clauses: Pick<TableClauses, "body" | "suffix" | "afterwards">;
  /** What was left out, in words. */
  readonly omitted: readonly string[];
}

/**
 * Prints tables as one dialect writes them.
 *
 * @param elsewhere tables that foreign keys lead to and that are not printed here
 * @example printTables(tables, dialects.duckdb, { compat: "native", ifNotExists: false, style, dialectOptions: {} })
 */
export function printTables(
  tables: readonly Table[],
  dialect: Dialect,
  options: PrintOptions,
  elsewhere: readonly Table[] = [],
): Checked<readonly PrintedTable[]> {
  const diagnostics: Diagnostic[] = [];
  const printer = makePrinter(tables, elsewhere, dialect, options, (diagnostic) => diagnostics.push(diagnostic));
  // Metaxy's own tables are printed by themselves; what is wrong with the store is said once, with the features.
  if (tables.some(({ kind }) => kind === "feature")) checkStore(printer);
  const printed = tables.map((table) => printTable(table, printer));
  checkReferences(
    printed.map(({ expressed }) => expressed),
    printer,
  );
  return { value: withLateKeys(withExtensions(printed, printer), printer), diagnostics };
}

function checkStore(printer: Printer): void {
  const { compat, sqlmodel, dialect, report } = printer;
  checkTargetOptions(printer);
  if (compat === "sqlmodel" && !sqlmodel) report(diagnose("MXC3056", { dialect: dialect.title }, null));
}

function printTable(given: Table, printer: Printer): PrintedTable {
  const { dialect, report } = printer;
  const table = settleSql(given, printer);
  for (const column of table.columns) checkColumnType(column, table, printer);
  const asked = fitComments(withoutDefaults(table, printer), printer);
  const columns = printColumns(asked, printer);
  const columnTypes = columns.map(({ sqlType }) => sqlType);
  const context: TableContext = tableContext(asked, columnTypes, printer);
  const clauses = dialect.tableClauses(asked, context);
  const { table: fitted, omitted } = fitTable(asked, clauses, printer);
  checkTable(fitted, printer);
  for (const diagnostic of [...clauses.diagnostics, ...dialect.checkTable(fitted, context)]) report(diagnostic);
  return {
    table,
    expressed: { ...fitted, indexes: expressIndexes(fitted.indexes, clauses) },
    statements: [
      ...printCreateTable(fitted, columns, clauses, printer),
      ...printIndexes(fitted, printer),
      ...printComments(fitted, printer),
    ],
    columnTypes,
    columnDefaults: columns.map((column) => column.default),
    clauses: { body: clauses.body, suffix: clauses.suffix, afterwards: clauses.afterwards },
    omitted,
  };
}

/** Indexes as the clauses make them, by name. */
function expressIndexes(indexes: readonly Index[], { methods, furtherIndexes }: TableClauses): readonly Index[] {
  if (Object.keys(methods).length === 0 && furtherIndexes.length === 0) return indexes;
  const made = indexes.map((index) => ({ ...index, using: methods[index.name] ?? index.using }));
  return [...made, ...furtherIndexes].sort((a, b) => compareText(a.name, b.name));
}

/** Python defaults never become SQL defaults; SQL expressions do. */
function withoutDefaults(table: Table, { sqlmodel }: Printer): Table {
  if (!sqlmodel) return table;
  const columns = table.columns.map((column) =>
    column.default?.kind === "literal" ? { ...column, default: null } : column,
  );
  return { ...table, columns };
}

/** Puts foreign keys that need more than the tables before them after everything else. */
function withLateKeys(printed: readonly PrintedTable[], printer: Printer): readonly PrintedTable[] {
  const statements = printed.flatMap(({ expressed }) => printLateKeys(expressed, printer));
  const last = printed.at(-1);
  if (last === undefined || statements.length === 0) return printed;
  return [...printed.slice(0, -1), { ...last, statements: [...last.statements, ...statements] }];
}

/** Puts what columns need before everything else, each thing once. */
function withExtensions(
  printed: readonly PrintedTable[],
  { dialect, dialectOptions }: Printer,
): readonly PrintedTable[] {
  const statements = new Map<string, Statement>();
  for (const { table, expressed } of printed) {
    const ofTypes = table.columns.flatMap(({ type }) => dialect.extensions(type, dialectOptions));
    const ofMethods = expressed.indexes.flatMap(
      ({ using }) => dialect.indexes.extensions[using?.toLowerCase() ?? ""] ?? [],
    );
    for (const { name, sql } of [...ofTypes, ...ofMethods]) {
      if (statements.has(name)) continue;
      statements.set(name, { kind: "create-extension", table: table.name, name, sql, source: table.source });
    }
  }
  const [first, ...rest] = printed;
  if (first === undefined || statements.size === 0) return printed;
  return [{ ...first, statements: [...statements.values(), ...first.statements] }, ...rest];
}
