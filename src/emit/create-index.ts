// CREATE INDEX, for dialects whose indexes are statements.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { Statement } from "../model/output.ts";
import { type SqlPiece, settledSql } from "../model/sql-text.ts";
import type { Index, IndexPart, Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { accept, type Printer } from "./printer.ts";
import { join, list, wrap } from "./words.ts";

/** The statements that make a table's indexes, by name. */
export function printIndexes(table: Table, printer: Printer): readonly Statement[] {
  if (printer.dialect.indexes.style !== "statement") return [];
  const sorted = [...table.indexes].sort((a, b) => compareText(a.name, b.name));
  return sorted.map((index) => ({
    kind: "create-index",
    table: table.name,
    name: index.name,
    sql: printIndex(index, table, printer),
    source: index.source ?? table.source,
  }));
}

function printIndex(index: Index, table: Table, printer: Printer): string {
  const { dialect } = printer;
  const { schemaOnIndex, usingBeforeOn } = dialect.indexes;
  const using = wrap("USING ", printMethod(index, table, printer));
  return join([
    "CREATE",
    index.unique ? "UNIQUE" : "",
    "INDEX",
    printer.ifNotExists && dialect.ifNotExists.index ? "IF NOT EXISTS" : "",
    quoteTable(dialect, schemaOnIndex ? table.schema : null, index.name),
    usingBeforeOn ? using : "",
    `ON ${quoteTable(dialect, schemaOnIndex ? null : table.schema, table.name)}`,
    usingBeforeOn ? "" : using,
    list(index.parts.map((part) => printPart(part, printer))),
    index.include.length === 0 ? "" : `INCLUDE ${quoteColumns(dialect, index.include)}`,
    wrap("WHERE ", index.where && settledSql(index.where)),
  ]);
}

function printPart(part: IndexPart, printer: Printer): string {
  const text =
    part.column === null
      ? `(${part.expression === null ? "" : settledSql(part.expression)})`
      : printer.dialect.quoteIdentifier(part.column);
  return join([
    text,
    part.opclass === undefined ? "" : (printOpclass(part.opclass, printer) ?? ""),
    part.descending ? "DESC" : "",
    part.nulls === undefined ? "" : `NULLS ${part.nulls.toUpperCase()}`,
  ]);
}

/** Operator classes are names, perhaps with a schema. */
function printOpclass({ value, span }: SqlPiece, printer: Printer): string | null {
  const isName = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/.test(value);
  return accept(
    isName ? { sql: value.toLowerCase() } : { problem: "is not a name" },
    "the operator class",
    span,
    printer,
  );
}

/** Methods are names of access methods; anything else would be a way into the statement. */
function printMethod(index: Index, table: Table, printer: Printer): string | null {
  if (index.using === null) return null;
  const isName = /^[A-Za-z_]\w*$/.test(index.using);
  const fragment = isName ? { sql: index.using.toLowerCase() } : { problem: "is not a name" };
  return accept(fragment, `the method of index '${index.name}'`, index.source ?? table.source, printer);
}
