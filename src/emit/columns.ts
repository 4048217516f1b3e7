// A column as SQL: its type and the clauses after it, and what is wrong with them.

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { settledSql, sqlFor } from "../model/sql-text.ts";
import type { CheckConstraint, Table, TableColumn } from "../model/table.ts";
import { columnCommentClause, commentLines } from "./comments.ts";
import { fillNulls, findNullItem, isNullless } from "./fill-nulls.ts";
import { isOutsideUtc, printLiteral } from "./literal.ts";
import { findMisfit } from "./misfit.ts";
import { type Printer, rawTypeOf, spell } from "./printer.ts";
import { printRawDefault } from "./raw-default.ts";
import { indent, wrap } from "./words.ts";

/** What the parts of CREATE TABLE and the metadata need of a column. */
export interface PrintedColumn {
  readonly column: TableColumn;
  readonly sqlType: string;
  /** What follows DEFAULT; null without one. */
  readonly default: string | null;
  /** The whole definition with its comment, as it stands in the column list. */
  readonly line: string;
}

/** Prints the columns of a table. */
export function printColumns(table: Table, printer: Printer): readonly PrintedColumn[] {
  return table.columns.map((column) => {
    // Tables share their system columns as objects; what refers to another table takes the spelling of a key, and checks have
    // names of their own.
    const isShared = column.system && table.foreignKeys.length === 0 && checksOf(column, table).length === 0;
    if (!isShared) return printColumn(column, table, printer);
    const known = printer.systemColumns.get(column);
    if (known !== undefined) return known;
    const printed = printColumn(column, table, printer);
    printer.systemColumns.set(column, printed);
    return printed;
  });
}

function printColumn(column: TableColumn, table: Table, printer: Printer): PrintedColumn {
  const { dialect } = printer;
  const sqlType = typeOf(column, table, printer);
  const value = column.default === null ? null : printDefault(column, table, sqlType, printer);
  const generated = printGenerated(column, printer);
  const numbered = isNumbered(column, table, printer);
  const admitsNotNull = !dialect.nullability.nullless.includes(column.type.kind) && dialect.nullability.wrap === null;
  const notNull = !column.nullable && admitsNotNull && (generated === "" || dialect.generated?.notNull === true);
  const nullClause = notNull ? "NOT NULL" : "";
  const defaultClause = wrap("DEFAULT ", value);
  const name = dialect.quoteIdentifier(column.name);
  const { beforeNotNull } = dialect.defaults;
  const numbering = numbered && !isSerial(column, table, printer) ? (dialect.autoincrement?.clause ?? "") : "";
  const [first, second] = beforeNotNull ? [defaultClause, nullClause] : [nullClause, defaultClause];
  let definition = `${name} ${sqlType}`;
  for (const clause of [numbering, generated, first, second]) definition += wrap(" ", clause);
  if (dialect.constraints.checksAtColumns) {
    for (const { name, expression } of checksOf(column, table)) {
      definition += ` ${nameClause(name, dialect)}CHECK (${settledSql(expression)})`;
    }
  }
  return { column, sqlType, default: value, line: printLine(definition, column, printer) };
}

/** The checks that a column's type brings along. */
function checksOf({ name }: TableColumn, { checkConstraints }: Table): readonly CheckConstraint[] {
  return checkConstraints.length === 0 ? [] : checkConstraints.filter(({ derivedFrom }) => derivedFrom === name);
}

/** What gives a constraint its name. */
export function nameClause(name: string | null, { quoteIdentifier }: Dialect): string {
  return name === null ? "" : `CONSTRAINT ${quoteIdentifier(name)} `;
}

function printLine(definition: string, column: TableColumn, printer: Printer): string {
  const lines = commentLines(column.comment, printer).map((line) => `${indent(line)}\n`);
  return lines.join("") + indent(definition + columnCommentClause(column, printer));
}

/** The spelled type: the user's own SQL, a serial type, or the dialect's spelling. */
export function typeOf(column: TableColumn, table: Table, printer: Printer): string {
  const { dialect } = printer;
  const own = column.sqlType === null ? null : sqlFor(column.sqlType, dialect.answersTo);
  if (own !== null) return rawTypeOf(own, `the type of column '${column.name}'`, printer) ?? own.value;
  const serial = isSerial(column, table, printer) ? dialect.sqlmodel?.serialTypes?.[column.type.kind] : undefined;
  if (serial !== undefined) return serial;
  const numberedType = isNumbered(column, table, printer) ? (dialect.autoincrement?.type ?? null) : null;
  return numberedType ?? spell(column.type, printer, { nullable: column.nullable, key: isKey(column, table) });
}

/** Part of a key, an index or a constraint. A foreign key has the type of the key it refers to. */
function isKey({ key, name }: TableColumn, { foreignKeys }: Table): boolean {
  return key || foreignKeys.some(({ columns }) => columns.includes(name));
}

/** The type the user wrote for this dialect, if any. */
export function ownType({ sqlType }: TableColumn, { answersTo }: Dialect): string | null {
  return sqlType === null ? null : (sqlFor(sqlType, answersTo)?.value ?? null);
}

/** Whether the engine numbers the column. */
function isNumbered(column: TableColumn, table: Table, printer: Printer): boolean {
  return column.autoincrement || isSerial(column, table, printer);
}

/** SQLAlchemy makes a lone integer key without a default SERIAL. */
function isSerial(column: TableColumn, table: Table, { dialect, sqlmodel }: Printer): boolean {
  if (!sqlmodel || dialect.sqlmodel?.serialTypes?.[column.type.kind] === undefined) return false;
  const isLoneKey = table.primaryKey?.columns.length === 1 && table.primaryKey.columns[0] === column.name;
  return (
    column.autoincrement ||
    (isLoneKey && column.default === null && column.generated === null && column.sqlType === null)
  );
}

function printDefault(column: TableColumn, table: Table, sqlType: string, printer: Printer): string | null {
  const { dialect, report } = printer;
  const value = column.default;
  if (value === null) return null;
  if (value.kind === "literal") return printLiteralDefault(column, table, value.value, sqlType, printer);
  const sql = settledSql(value.sql);
  if (!dialect.defaults.expressions && !LITERAL.test(sql)) {
    report(diagnose("MXC3011", { dialect: dialect.title, column: column.name }, value.sql.span));
  }
  const bare = LITERAL.test(sql) || (!dialect.defaults.alwaysParenthesized && CALL.test(sql));
  return bare && !dialect.defaults.parenthesizedKinds.includes(column.type.kind) ? sql : `(${sql})`;
}

/** A number, a string without quotes or backslashes in it, TRUE, FALSE or NULL. */
const LITERAL = /^(-?\d+(\.\d+)?|'[^'\\]*'|true|false|null)$/i;

/** One word, or one call without a nested one: `now()`, `CURRENT_TIMESTAMP`. */
const CALL = /^\w+(\([^()]*\))?$/;

function printLiteralDefault(
  column: TableColumn,
  table: Table,
  value: Parameters<typeof findMisfit>[0],
  sqlType: string,
  printer: Printer,
): string | null {
  const { dialect, report } = printer;
  const own = ownType(column, dialect);
  const raw = own === null ? null : printRawDefault(value, own, dialect);
  if (raw !== null && "sql" in raw) return parenthesizeRaw(raw.sql, column, table, dialect);
  const misfit =
    raw?.misfit ?? (own === null ? findMisfit(value, column.declared ?? column.type, column.nullable) : null);
  if (misfit !== null) {
    const { expected, found, span } = misfit;
    report(diagnose("MXC3007", { column: column.name, expected, found }, span));
    return null;
  }
  if (!dialect.literals.keepsZones && isOutsideUtc(value)) {
    const expected = `a time in UTC, ending in Z, because ${dialect.title} keeps no zone`;
    report(diagnose("MXC3007", { column: column.name, expected, found: "a time in another zone" }, value.span));
    return null;
  }
  const item = findNullItem(value, column.type, dialect);
  if (item !== null) {
    const expected = `a list without null, because ${dialect.title} keeps none in lists`;
    report(diagnose("MXC3007", { column: column.name, expected, found: "null" }, item.span));
    return null;
  }
  // Not to name the column stores the same.
  if (value.kind === "null" && isNullless(column.type, dialect)) return null;
  const sql = printLiteral(fillNulls(value, column.type, dialect), column.type, dialect, (type, nullable) =>
    type === column.type ? sqlType : spell(type, printer, { nullable, key: false }),
  );
  if (sql === null) {
    report(diagnose("MXC3008", { dialect: dialect.title, column: column.name }, value.span));
    return null;
  }
  return dialect.defaults.parenthesizedKinds.includes(column.type.kind) && !isKey(column, table) ? `(${sql})` : sql;
}

/** A type the author wrote may be of any kind, and a literal in parentheses is one everywhere. */
function parenthesizeRaw(sql: string, column: TableColumn, table: Table, { defaults }: Dialect): string {
  const mayNeed = defaults.parenthesizedKinds.length > 0 && !isKey(column, table);
  return mayNeed && sql !== "NULL" ? `(${sql})` : sql;
}

function printGenerated(column: TableColumn, printer: Printer): string {
  const { dialect } = printer;
  if (column.generated === null || dialect.generated === null) return "";
  return dialect.generated.clause(settledSql(column.generated));
}
