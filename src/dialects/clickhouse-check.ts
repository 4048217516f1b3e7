// What only ClickHouse refuses: NULL inside a sorting key, and names of tables that make too long a file name.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import type { TableContext } from "./dialect.ts";

/** The longest table name in database `default`, once encoded. */
const ENCODED_LIMIT = 206;

/** Reports both. */
export function checkClickhouseTable(table: Table, context: TableContext): readonly Diagnostic[] {
  return [...checkNestedNulls(table, context), ...checkFileName(table, context)];
}

/** A key column that admits NULL only inside: `Array(Nullable(String))`. */
function checkNestedNulls(table: Table, { dialect, columnTypes }: TableContext): readonly Diagnostic[] {
  const key = table.primaryKey?.columns ?? [];
  return table.columns.flatMap((column, place) => {
    const holdsNull = !column.nullable && columnTypes[place]?.includes("Nullable(") === true;
    if (!key.includes(column.name) || !holdsNull) return [];
    const words = { dialect: dialect.title, column: column.name, use: "the primary key" };
    return [diagnose("MXC3029", words, column.source ?? table.source)];
  });
}

/** Files are named after tables, with `%XX` for each byte that is no letter, digit or `_`. What is no text is refused elsewhere. */
function checkFileName(table: Table, { dialect }: TableContext): readonly Diagnostic[] {
  const encoded = encodeURIComponent(table.name.replaceAll(/\p{Surrogate}/gu, "_")).replaceAll(
    /[!'()*.~-]/g,
    "%00",
  ).length;
  if (encoded <= ENCODED_LIMIT || [...table.name].length > ENCODED_LIMIT) return [];
  const words = {
    dialect: dialect.title,
    what: `the file of table '${table.name}'`,
    size: `${encoded} characters`,
    limit: `${ENCODED_LIMIT} characters`,
    remedy: "use a shorter name of letters, digits and '_'; every other character counts three times",
  };
  return [diagnose("MXC3031", words, table.source)];
}
