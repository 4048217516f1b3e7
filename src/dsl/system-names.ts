// Names that belong to Metaxy: the columns it adds to every table, and its own tables.

import type { FeatureKey } from "./key.ts";

const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([
  "metaxy_provenance_by_field",
  "metaxy_provenance",
  "metaxy_feature_version",
  "metaxy_project_version",
  "metaxy_data_version_by_field",
  "metaxy_data_version",
  "metaxy_created_at",
  "metaxy_materialization_id",
  "metaxy_updated_at",
  "metaxy_deleted_at",
]);

const SYSTEM_TABLES: ReadonlySet<string> = new Set(["metaxy_system__feature_versions", "metaxy_system__events"]);

/** True for the ten columns that Metaxy adds to every feature table. */
export function isSystemColumn(name: string): boolean {
  return SYSTEM_COLUMNS.has(name);
}

/** True for keys under `metaxy-system`, and for those whose table would be one of Metaxy's own. */
export function isSystemKey(key: FeatureKey): boolean {
  return key.parts[0] === "metaxy-system" || SYSTEM_TABLES.has(key.parts.join("__").replaceAll("-", "_"));
}
