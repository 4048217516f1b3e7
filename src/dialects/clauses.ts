// What the clauses of several dialects are made of.

import type { Table, TableColumn } from "../model/table.ts";
import type { Dialect, TableClauses } from "./dialect.ts";

/** For dialects whose CREATE TABLE ends with the column list. */
export const noClauses: TableClauses = {
  name: null,
  afterName: "",
  body: [],
  suffix: [],
  further: [],
  afterwards: [],
  indexes: [],
  methods: {},
  furtherIndexes: [],
  diagnostics: [],
};

/** A table's name, with its schema if it has one. */
export function quoteTable(dialect: Pick<Dialect, "quoteIdentifier">, schema: string | null, name: string): string {
  const quoted = dialect.quoteIdentifier(name);
  return schema === null ? quoted : `${dialect.quoteIdentifier(schema)}.${quoted}`;
}

/** A parenthesized list of quoted columns. */
export function quoteColumns(dialect: Pick<Dialect, "quoteIdentifier">, columns: readonly string[]): string {
  return `(${columns.map(dialect.quoteIdentifier).join(", ")})`;
}

/** The column of that name, if the table has one. */
export function findColumn(table: Table, name: string): TableColumn | null {
  return table.columns.find((column) => column.name === name) ?? null;
}
