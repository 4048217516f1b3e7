// What follows PostgreSQL's column list: how a table is divided. Tried on PostgreSQL 15 and on 18 (PGlite).

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import { findColumn, keysOf, noClauses } from "./clauses.ts";
import type { TableClauses, TableContext } from "./dialect.ts";

/** `RANGE (…)`, `LIST (…)`, `HASH (…)`. */
const STRATEGY = /^(?:range|list|hash)\s*\((.+)\)$/is;

/** One column, perhaps with a collation and an operator class after it. */
const COLUMN = /^\s*(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))[^()]*$/u;

/** PARTITION BY as asked for. The partitions themselves come and go with the data; whoever loads it makes them. */
export function postgresqlClauses(table: Table, context: TableContext): TableClauses {
  const sql = context.sqlOption("partitionBy");
  const partition = sql === null ? null : context.fragment(sql);
  if (partition === null) return noClauses;
  return {
    ...noClauses,
    suffix: [`PARTITION BY ${partition}`],
    diagnostics: checkPartition(partition, table, context),
  };
}

function checkPartition(partition: string, table: Table, { dialect, optionSpan }: TableContext): readonly Diagnostic[] {
  const span = optionSpan("partitionBy") ?? table.source;
  const inside = STRATEGY.exec(partition)?.[1];
  if (inside === undefined) {
    return [diagnose("MXC3051", { option: "partitionBy", expected: "RANGE (…), LIST (…) or HASH (…)" }, span)];
  }
  const columns = readColumns(inside);
  const unknown = (columns ?? []).filter((name) => findColumn(table, name) === null);
  if (unknown.length > 0) {
    const words = { dialect: dialect.title, option: "partitionBy", suggestion: `columns are ${namesOf(table)}` };
    return unknown.map((column) => diagnose("MXC3053", { ...words, column }, span));
  }
  const uniques = keysOf(table).filter(({ unique }) => unique);
  return uniques.flatMap(({ what, columns: key, source }) => {
    const reason = whyNotKept(key, columns);
    return reason === null
      ? []
      : [diagnose("MXC3032", { dialect: dialect.title, what, reason }, source ?? table.source)];
  });
}

/** The columns a table is divided by, as PostgreSQL folds them; null where there is an expression among them. */
function readColumns(inside: string): readonly string[] | null {
  if (/[()]/.test(inside)) return null;
  return inside.split(",").map((item) => {
    const [, quoted, bare = ""] = COLUMN.exec(item) ?? [];
    return quoted?.replaceAll('""', '"') ?? bare.toLowerCase();
  });
}

/** "unique constraint on partitioned table must include all partitioning columns", "cannot be used when … expressions". */
function whyNotKept(key: readonly string[], partition: readonly string[] | null): string | null {
  if (partition === null) return "the table is divided by an expression";
  const lacking = partition.find((name) => !key.includes(name));
  return lacking === undefined ? null : `it lacks column '${lacking}', by which the table is divided`;
}

function namesOf({ columns }: Table): string {
  return columns
    .filter(({ system }) => !system)
    .map(({ name }) => name)
    .join(", ");
}
