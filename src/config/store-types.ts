// The import path in a store's `type` → what kind of store it is. Metaxy moved its stores twice; every spelling works.

import { compareText } from "../model/text-order.ts";

/** Metaxy's own stores. */
export type StoreKind = "duckdb" | "postgresql" | "clickhouse" | "bigquery" | "delta" | "iceberg" | "lancedb";

/** Module and class of each kind. */
const CLASSES = {
  duckdb: "DuckDBMetadataStore",
  postgresql: "PostgreSQLMetadataStore",
  clickhouse: "ClickHouseMetadataStore",
  bigquery: "BigQueryMetadataStore",
  delta: "DeltaMetadataStore",
  iceberg: "IcebergMetadataStore",
  lancedb: "LanceDBMetadataStore",
} as const satisfies Record<StoreKind, string>;

/** Packages that held the stores, newest first. Delta and Iceberg live under Polars since Metaxy 0.1.9. */
const PACKAGES = ["metaxy.ext", "metaxy.ext.polars.handlers", "metaxy.ext.metadata_stores", "metaxy.metadata_store"];

const KINDS: ReadonlyMap<string, StoreKind> = new Map(
  (Object.keys(CLASSES) as StoreKind[]).flatMap((kind) =>
    PACKAGES.map((name) => [`${name}.${kind}.${CLASSES[kind]}`, kind] as const),
  ),
);

/** Every spelling that is understood, sorted. */
export const STORE_TYPES: readonly string[] = [...KINDS.keys()].sort(compareText);

/**
 * The kind of a store, null for a class that is not Metaxy's own. `module:Class` is the same as `module.Class`.
 *
 * @example storeKind("metaxy.ext.duckdb.DuckDBMetadataStore") // "duckdb"
 */
export function storeKind(type: string): StoreKind | null {
  return KINDS.get(type.trim().replace(":", ".")) ?? null;
}

/** True for stores that keep files instead of SQL tables. */
export function isFileStore(kind: StoreKind): kind is "delta" | "iceberg" | "lancedb" {
  return kind === "delta" || kind === "iceberg" || kind === "lancedb";
}
