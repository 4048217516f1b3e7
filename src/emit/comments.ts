// Comments of tables and columns: statements, clauses, or lines for readers of the script.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { quoteTable } from "../dialects/clauses.ts";
import type { Statement } from "../model/output.ts";
import type { Span } from "../model/span.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { mapSame } from "./map-same.ts";
import type { Printer } from "./printer.ts";
import { wrap } from "./words.ts";

/** A table whose comments fit the dialect: those of nothing are null. Cut comments are reported. */
export function fitComments(table: Table, printer: Printer): Table {
  const { tableLimit, columnLimit } = printer.dialect.comments;
  // SQLAlchemy makes no comments of docstrings and descriptions.
  const shorten = (what: string, { name, comment, source }: Table | TableColumn, limit: number | null) =>
    comment === null || printer.sqlmodel ? null : fitComment(comment, limit, `${what} '${name}'`, source, printer);
  const comment = shorten("table", table, tableLimit);
  const columns = mapSame(table.columns, (column) => {
    const fitted = shorten("column", column, columnLimit);
    return fitted === column.comment ? column : { ...column, comment: fitted };
  });
  return comment === table.comment && columns === table.columns ? table : { ...table, comment, columns };
}

/** Characters beyond the basic plane. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;
const ALL_ASTRAL = new RegExp(ASTRAL, "gu");

function fitComment(
  text: string,
  limit: number | null,
  of: string,
  span: Span | null,
  printer: Printer,
): string | null {
  const { dialect, report } = printer;
  if (text === "") return null;
  const astral = dialect.comments.losesAstral ? ASTRAL.exec(text)?.[0] : undefined;
  if (astral !== undefined) report(diagnose("MXC3041", { dialect: dialect.title, of, character: astral }, span));
  const kept = astral === undefined ? text : text.replaceAll(ALL_ASTRAL, "?");
  // Characters are at most as many as units.
  if (limit === null || kept.length <= limit) return kept;
  const characters = [...kept];
  if (characters.length <= limit) return kept;
  report(diagnose("MXC3040", { dialect: dialect.title, of, length: characters.length, limit }, span));
  return `${characters.slice(0, limit - 1).join("")}…`;
}

/** COMMENT ON statements, the table's first, for dialects that have them. */
export function printComments(table: Table, { dialect }: Printer): readonly Statement[] {
  if (dialect.comments.style !== "statement") return [];
  const name = quoteTable(dialect, table.schema, table.name);
  const make = (what: string, comment: string, source: Span | null): Statement => ({
    kind: "comment",
    table: table.name,
    name: table.name,
    sql: ["COMMENT ON", what, "IS", dialect.quoteString(comment)].join(" "),
    source,
  });
  const statements = table.comment === null ? [] : [make(`TABLE ${name}`, table.comment, table.source)];
  for (const { name: column, comment, source } of table.columns) {
    if (comment === null) continue;
    statements.push(make(`COLUMN ${name}.${dialect.quoteIdentifier(column)}`, comment, source ?? table.source));
  }
  return statements;
}

/** The clause that follows a column's definition, with a blank before it. */
export function columnCommentClause({ comment }: TableColumn, { dialect }: Printer): string {
  if (comment === null || dialect.comments.style !== "inline") return "";
  return wrap(" ", dialect.comments.columnClause(dialect.quoteString(comment)));
}

/** The clause that follows the column list; empty without one. */
export function tableCommentClause({ comment }: Table, { dialect }: Printer): string {
  if (comment === null || dialect.comments.style !== "inline") return "";
  return dialect.comments.tableClause(dialect.quoteString(comment));
}

/** The comment as `-- ` lines, for dialects that keep none. */
export function commentLines(comment: string | null, { dialect }: Printer): readonly string[] {
  return comment === null || dialect.comments.style !== "line" ? [] : lineComment(comment);
}

/**
 * Text as `-- ` lines that no character of the text can leave.
 *
 * @example lineComment("a\nb") // ["-- a", "-- b"]
 */
export function lineComment(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/).map((line) => `-- ${line}`.trimEnd());
}
