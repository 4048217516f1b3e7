// In which order engines without secondary indexes should keep rows.

import type { Index, Table, TableColumn } from "../model/table.ts";
import { findColumn } from "./clauses.ts";

/**
 * The columns to sort or cluster by. Every read of a feature filters by its version first, whatever its key: with ids in front,
 * one version of ten took ClickHouse 245 of 245 granules, with the version in front 26. Metaxy's own tables are read by their
 * keys. Columns that are not eligible end the list.
 */
export function layoutColumns(table: Table, isEligible: (column: TableColumn) => boolean): readonly string[] {
  const wanted = lookupColumns(table) ?? table.primaryKey?.columns ?? [];
  const end = wanted.findIndex((name) => {
    const column = findColumn(table, name);
    return column === null || !isEligible(column);
  });
  return end === -1 ? wanted : wanted.slice(0, end);
}

/** What a feature is read by; null for tables of no samples. */
function lookupColumns(table: Table): readonly string[] | null {
  const ids = table.columns.filter(({ id }) => id).map(({ name }) => name);
  if (ids.length === 0) return null;
  return ["metaxy_feature_version", ...ids, "metaxy_updated_at"].filter((name) => findColumn(table, name) !== null);
}

/** The columns of an index without expressions, a predicate or uniqueness; null for others. */
function plainColumns({ parts, unique, where }: Index): readonly string[] | null {
  const columns = parts.flatMap(({ column }) => column ?? []);
  return unique || where !== null || columns.length < parts.length ? null : columns;
}

/** Indexes that a layout makes needless, because it starts with their columns. `limit` is the longest layout possible. */
export function indexesInLayout(table: Table, layout: readonly string[], limit = layout.length): readonly string[] {
  return table.indexes
    .filter((index) => {
      const columns = plainColumns(index)?.slice(0, limit) ?? [];
      return columns.length > 0 && columns.every((column, place) => layout[place] === column);
    })
    .map(({ name }) => name);
}
