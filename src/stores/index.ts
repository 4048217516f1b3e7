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

/** Metaxy's store for a dialect, whether it was named or only its dialect; null where tables are for SQL alone. */
export function metaxyStore(dialect: DialectName): MetaxyStore | null {
  return STORES[dialect] ?? null;
}

/**
 * How a dialect's tables keep the `*_by_field` columns. Without a store they are maps; where a store fails with
 * `enable_map_datatype`, they are what it writes without.
 *
 * @example byFieldOf("duckdb", true) // "map"
 */
export function byFieldOf(dialect: DialectName, mapDatatype: boolean): ByField {
  const rules = metaxyStore(dialect)?.byField;
  if (rules === undefined) return "map";
  const asked = mapDatatype ? rules.mapDatatype : rules.plain;
  return typeof asked === "string" ? asked : rules.plain;
}
