// What the clauses of several dialects are made of.

import type { Span } from "../model/span.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";
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
  lostKey: null,
  withoutIndexes: null,
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

/** A key, a unique constraint or an index of a table. */
interface KeyUse {
  /** For diagnostics: `the primary key`, `index 'ix_video_path'`. */
  readonly what: string;
  /** Without expressions. */
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly source: Span | null;
}

/** Everything that has an index. */
export function keysOf({ primaryKey, uniqueConstraints, indexes }: Table): readonly KeyUse[] {
  return [
    ...(primaryKey === null ? [] : [{ ...primaryKey, what: "the primary key", unique: true }]),
    ...uniqueConstraints.map((key) => ({ ...key, what: `unique (${key.columns.join(", ")})`, unique: true })),
    ...indexes.map(({ name, parts, unique, source }) => ({
      what: `${unique ? "unique index" : "index"} '${name}'`,
      columns: parts.flatMap(({ column }) => column ?? []),
      unique,
      source,
    })),
  ];
}

/** Methods that look up values and ranges, as every index does. */
const LOOKUPS = ["btree", "hash", "brin", "art", "minmax", "set", "bloom_filter"];

/** Whether an index serves searches that no index of the dialect serves, so that another one in its place would be of no use. */
export function isSearch({ using, unique }: Index, { indexes: { methods } }: Dialect): boolean {
  const method = using?.toLowerCase() ?? "btree";
  return !unique && methods !== null && !methods.includes(method) && !LOOKUPS.includes(method);
}
