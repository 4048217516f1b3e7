// Whether a dialect has room for a table and its keys. What the dialect lacks altogether is left out before (fit-table.ts),
// so everything here would make the engine refuse the table.

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect, GeneratedUse } from "../dialects/dialect.ts";
import type { ColumnKind } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { ownType, typeOf } from "./columns.ts";
import { describeType } from "./describe-type.ts";
import { mentionsColumn } from "./mentions.ts";
import type { Printer } from "./printer.ts";

/** Reports what the engine would refuse. */
export function checkTable(table: Table, printer: Printer): void {
  checkSize(table, printer);
  for (const column of table.columns) {
    // Id columns that the server fills are a mistake everywhere, and were reported as such.
    if (column.id) continue;
    checkAutoincrement(column, table, printer);
    checkGenerated(column, table, printer);
  }
  checkKeys(table, printer);
  checkIndexes(table, printer);
}

function checkSize(table: Table, { dialect, report }: Printer): void {
  const limit = dialect.limits.columns;
  const count = table.columns.length;
  if (limit === null || count <= limit) return;
  report(diagnose("MXC3014", { dialect: dialect.title, table: table.name, count, limit }, table.source));
}

function checkAutoincrement(column: TableColumn, table: Table, printer: Printer): void {
  if (!column.autoincrement) return;
  const { dialect, report } = printer;
  const alternative = findAutoincrementProblem(column, table, printer);
  if (alternative === null) return;
  const words = { dialect: dialect.title, column: column.name, alternative };
  report(diagnose("MXC3012", words, column.source ?? table.source));
}

/** What to do instead, or null when the column can be numbered. */
function findAutoincrementProblem(column: TableColumn, table: Table, printer: Printer): string | null {
  const { dialect, sqlmodel } = printer;
  const { primaryKey, uniqueConstraints } = table;
  if (dialect.autoincrement === null) {
    return "fill the column when rows are written, or generate a value with `defaultSql`";
  }
  const { needs, numbers } = dialect.autoincrement;
  const isInteger = ownType(column, dialect) !== null || /^u?int/.test(column.type.kind);
  if (!isInteger || !(sqlmodel || numbers.test(typeOf(column, table, printer)))) {
    return "give the column an integer type that fits, such as `bigint`";
  }
  if (needs === "sole-primary-key" || sqlmodel) {
    const isSoleKey = primaryKey?.columns.length === 1 && primaryKey.columns[0] === column.name;
    return isSoleKey || needs === "nothing" ? null : "make it the only column of the primary key";
  }
  // Indexes come after the table, too late.
  const leads = [primaryKey?.columns[0], ...uniqueConstraints.map(({ columns }) => columns[0])];
  const isLeading = needs === "nothing" || leads.includes(column.name);
  return isLeading ? null : "make it the first column of the primary key or of a unique constraint";
}

function checkGenerated(column: TableColumn, table: Table, { dialect, report }: Printer): void {
  if (column.generated === null) return;
  const refused = dialect.generated?.refusedIn.find((use) => usesOf[use](column.name, table, dialect));
  const reason =
    dialect.generated === null
      ? "it has no generated columns"
      : refused === undefined
        ? null
        : `a generated column cannot be part of ${refused} there`;
  if (reason !== null) {
    report(diagnose("MXC3013", { dialect: dialect.title, column: column.name, reason }, column.generated.span));
  }
}

/** Whether a table uses a column in one of the places that may refuse generated ones. */
const usesOf: Readonly<Record<GeneratedUse, (column: string, table: Table, dialect: Dialect) => boolean>> = {
  "the primary key": (column, { primaryKey }) => primaryKey?.columns.includes(column) === true,
  "a unique constraint": (column, { uniqueConstraints }) =>
    uniqueConstraints.some(({ columns }) => columns.includes(column)),
  "a check": (column, { checkConstraints }, dialect) =>
    checkConstraints.some(({ expression }) => mentionsColumn(expression, column, dialect)),
  "a foreign key": (column, { foreignKeys }) => foreignKeys.some(({ columns }) => columns.includes(column)),
};

/** One use of columns: what it is called, which columns, and where it was asked for. */
interface Use {
  readonly name: string;
  readonly columns: readonly string[];
  readonly source: Span | null;
}

function checkKeys(table: Table, printer: Printer): void {
  const { constraints } = printer.dialect;
  const { unkeyable } = printer;
  if (table.primaryKey !== null) {
    const use = { ...table.primaryKey, name: "the primary key" };
    checkUse(use, unkeyable, constraints.maxKeyColumns, table, printer);
    if (!constraints.nullableKeys) checkNotNull(use, table, printer);
  }
  for (const unique of table.uniqueConstraints) {
    checkUse({ ...unique, name: "a unique constraint" }, unkeyable, printer.dialect.indexes.maxColumns, table, printer);
  }
  for (const key of table.foreignKeys) {
    checkUse({ ...key, name: "a foreign key" }, unkeyable, constraints.maxKeyColumns, table, printer);
  }
}

function checkIndexes(table: Table, printer: Printer): void {
  const { unindexable } = printer;
  for (const { name, parts, include, source, using } of table.indexes) {
    const columns = parts.flatMap(({ column }) => column ?? []);
    // Other methods than the default one index what it cannot: gin takes documents.
    const kinds = using === null ? unindexable : [];
    const use = { name: `index '${name}'`, columns, source };
    checkUse(use, kinds, null, table, printer);
    checkCount(use, parts.length + include.length, printer.dialect.indexes.maxColumns, table, printer);
  }
}

function checkUse(use: Use, kinds: readonly ColumnKind[], limit: number | null, table: Table, printer: Printer): void {
  const { dialect, report } = printer;
  for (const name of use.columns) {
    const column = table.columns.find((each) => each.name === name);
    if (column === undefined || ownType(column, printer.dialect) !== null || !kinds.includes(column.type.kind))
      continue;
    const words = { dialect: dialect.title, column: name, type: describeType(column.type), use: use.name };
    report(diagnose("MXC3004", words, column.source ?? use.source ?? table.source));
  }
  checkCount(use, use.columns.length, limit, table, printer);
}

function checkCount(use: Use, count: number, limit: number | null, table: Table, { dialect, report }: Printer): void {
  if (limit === null || count <= limit) return;
  const words = { dialect: dialect.title, table: table.name, use: use.name, count, limit };
  report(diagnose("MXC3028", words, use.source ?? table.source));
}

function checkNotNull(use: Use, table: Table, { dialect, report }: Printer): void {
  for (const column of table.columns) {
    if (!use.columns.includes(column.name) || !column.nullable) continue;
    const words = { dialect: dialect.title, column: column.name, use: use.name };
    report(diagnose("MXC3029", words, column.source ?? use.source ?? table.source));
  }
}
