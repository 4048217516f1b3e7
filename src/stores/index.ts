// Metaxy's stores by dialect.

import type { DialectName } from "../model/dialect-name.ts";
import { bigqueryStore } from "./bigquery.ts";
import { clickhouseStore } from "./clickhouse.ts";
import { duckdbStore } from "./duckdb.ts";
import { postgresqlStore } from "./postgresql.ts";
import type { ByField, MetaxyStore } from "./store.ts";

const STORES: Readonly<Partial<Record<DialectName, MetaxyStore>>> = {
  duckdb: duckdbStore,
  motherduck: duckdbStore,
  ducklake: duckdbStore,
  postgresql: postgresqlStore,
  clickhouse: clickhouseStore,
  bigquery: bigqueryStore,
};

/** Metaxy's store for a dialect, asked for by name or not; null where it has none and tables are for SQL alone. */
export function metaxyStore(dialect: DialectName): MetaxyStore | null {
  return STORES[dialect] ?? null;
}

/**
 * How a dialect's tables keep the `*_by_field` columns. Without a store, and where the store fails either way, as it is kept
 * by default.
 *
 * @example byFieldOf("duckdb", true) // "map"
 */
export function byFieldOf(dialect: DialectName, mapDatatype: boolean): ByField {
  const rules = metaxyStore(dialect)?.byField;
  if (rules === undefined) return "map";
  return (mapDatatype ? rules.mapDatatype : null) ?? rules.plain;
}
