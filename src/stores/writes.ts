// How Metaxy writes. It never changes a row: whatever is written, deleted or copied is a row more, which repeats the one
// before it but for some system columns. A key that holds has one of those columns for each kind of write.
// Tried on Metaxy 0.1.4 and 0.1.11, with DuckDB 1.5.6 and PostgreSQL 15.

import type { KeyLayout } from "../model/project.ts";
import type { SystemColumn } from "../model/system-columns.ts";

/** One kind of write. */
interface Write {
  /** As diagnostics name it. */
  readonly name: string;
  /** The columns in which its row always differs from the one it repeats. What a user declares may stay as it is. */
  readonly changes: readonly SystemColumn[];
}

const WRITES: readonly Write[] = [
  { name: "a new version of a sample", changes: ["metaxy_created_at", "metaxy_updated_at"] },
  // As `metaxy metadata rebase` and copying for a second time do, too.
  { name: "writing back what was read", changes: ["metaxy_updated_at"] },
  { name: "soft delete", changes: ["metaxy_deleted_at"] },
];

/** The columns of injected keys, for diagnostics. */
export const INJECTED_KEYS: Readonly<Record<KeyLayout, readonly string[]>> = {
  data_version: ["*id_columns", "metaxy_created_at", "metaxy_data_version"],
  feature_version: ["metaxy_feature_version", "*id_columns", "metaxy_updated_at"],
};

/** Rows that are there have no time of deletion, and null equals nothing: such a key compares deleted rows alone. */
const DELETIONS: readonly Write[] = [{ name: "soft delete of a sample's history", changes: ["metaxy_updated_at"] }];

/**
 * The writes that a key stops, in words; empty when it holds.
 *
 * @param columns its columns
 * @param mentioned columns that its expressions and its condition speak of
 * @example stoppedWrites(["id", "metaxy_updated_at"], []) // ["soft delete"]
 * @example stoppedWrites(["id", "metaxy_updated_at"], ["metaxy_deleted_at"]) // [], as `WHERE metaxy_deleted_at IS NULL`
 */
export function stoppedWrites(columns: readonly string[], mentioned: readonly string[]): readonly string[] {
  const compared = columns.includes("metaxy_deleted_at") ? DELETIONS : WRITES;
  const known = new Set([...columns, ...mentioned]);
  return compared.filter(({ changes }) => !changes.some((column) => known.has(column))).map(({ name }) => name);
}
