// What stands in `[stores.<name>.config]`, per kind of store. Required keys are checked apart: a store that lacks one can
// still be listed.

import * as z from "zod/mini";
import { anyTable, flag, oneOf, type Schema, table, text, texts, textTable, whole } from "./schema.ts";
import type { StoreKind } from "./store-types.ts";

const common = {
  fallback_stores: z.optional(texts),
  // How Metaxy hashes rows; no version of a feature depends on it. Metaxy 0.1.4 has no `xxh3_64`.
  hash_algorithm: z.optional(oneOf(["xxh3_64", "xxhash64", "xxhash32", "wyhash", "sha256", "md5", "farmhash"])),
  versioning_engine: z.optional(oneOf(["auto", "native", "polars"])),
};

const sql = {
  ...common,
  connection_string: z.optional(text),
  backend: z.optional(text),
  connection_params: z.optional(anyTable),
  table_prefix: z.optional(text),
  auto_create_tables: z.optional(flag),
};

const duckdbExtension = z.union(
  [text, table({ name: text, repository: z.optional(text), init_sql: z.optional(texts) })],
  { error: "strings" },
);

const ducklake = table({
  catalog: z.optional(anyTable),
  storage: z.optional(anyTable),
  alias: z.optional(text),
  attach_options: z.optional(anyTable),
  data_inlining_row_limit: z.optional(whole(0, Number.MAX_SAFE_INTEGER, "whole number")),
});

const SCHEMAS = {
  duckdb: table({
    ...sql,
    database: z.optional(text),
    config: z.optional(textTable),
    extensions: z.optional(z.array(duckdbExtension, { error: "list" })),
    ducklake: z.optional(ducklake),
  }),
  postgresql: table({ ...sql, auto_cast_struct_for_jsonb: z.optional(flag) }),
  clickhouse: table({ ...sql, auto_cast_struct_for_map: z.optional(flag) }),
  bigquery: table({
    ...sql,
    project_id: z.optional(text),
    dataset_id: z.optional(text),
    credentials_path: z.optional(text),
    credentials: z.optional(z.unknown()),
    location: z.optional(text),
  }),
  delta: table({
    ...common,
    root_path: z.optional(text),
    storage_options: z.optional(anyTable),
    layout: z.optional(oneOf(["nested", "flat"])),
    delta_write_options: z.optional(anyTable),
  }),
  iceberg: table({
    ...common,
    warehouse: z.optional(text),
    namespace: z.optional(text),
    catalog_name: z.optional(text),
    catalog_properties: z.optional(anyTable),
    auto_create_namespace: z.optional(flag),
  }),
  lancedb: table({ ...common, uri: z.optional(text), connect_kwargs: z.optional(anyTable) }),
};

/** The settings that the compiler uses, whatever the kind of store. */
export interface StoreSettings {
  readonly fallback_stores?: readonly string[] | undefined;
  readonly table_prefix?: string | undefined;
  readonly connection_string?: string | undefined;
  readonly database?: string | undefined;
  readonly ducklake?: object | undefined;
}

/** The schema of a kind's settings. */
export function storeSchema(kind: StoreKind): Schema<StoreSettings> {
  return SCHEMAS[kind];
}

/** The keys that a kind's settings may have. */
export function storeKeys(kind: StoreKind): readonly string[] {
  return Object.keys(SCHEMAS[kind].shape);
}

/** Keys without which Metaxy cannot open a store. */
export const REQUIRED_KEYS: Readonly<Partial<Record<StoreKind, string>>> = {
  duckdb: "database",
  delta: "root_path",
  iceberg: "warehouse",
  lancedb: "uri",
};

/** True for a key that some kind of store has in its config. */
export function isStoreKey(key: string): boolean {
  return Object.values(SCHEMAS).some((schema) => Object.hasOwn(schema.shape, key));
}
