// In which order engines without secondary indexes should keep rows.

import type { Index, Table, TableColumn } from "../model/table.ts";
import { findColumn } from "./clauses.ts";

/**
 * The columns to sort or cluster by: those of the primary key, else of an index over all id columns (the injected one), else
 * what Metaxy looks rows up by. Columns that are not eligible end the list.
 */
export function layoutColumns(table: Table, isEligible: (column: TableColumn) => boolean): readonly string[] {
  const wanted = table.primaryKey?.columns ?? findKeyIndex(table) ?? lookupColumns(table);
  const end = wanted.findIndex((name) => {
    const column = findColumn(table, name);
    return column === null || !isEligible(column);
  });
  return end === -1 ? wanted : wanted.slice(0, end);
}

/** The columns of the first index that holds every id column. */
function findKeyIndex(table: Table): readonly string[] | null {
  const ids = idsOf(table);
  const lists = ids.length === 0 ? [] : table.indexes.map(plainColumns);
  return lists.find((columns) => columns !== null && ids.every((id) => columns.includes(id))) ?? null;
}

function lookupColumns(table: Table): readonly string[] {
  return ["metaxy_feature_version", ...idsOf(table), "metaxy_updated_at"].filter(
    (name) => findColumn(table, name) !== null,
  );
}

function idsOf(table: Table): readonly string[] {
  return table.columns.filter(({ id }) => id).map(({ name }) => name);
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
