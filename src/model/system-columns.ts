// The ten columns Metaxy adds to every feature table.

/** What every system column's name starts with. */
export const SYSTEM_COLUMN_PREFIX = "metaxy_";

/** System columns in table order (Metaxy 0.1, `models/constants.py` and the SQLModel integration). */
export const SYSTEM_COLUMNS = [
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
] as const;

/** The name of a system column. */
export type SystemColumn = (typeof SYSTEM_COLUMNS)[number];

const names: ReadonlySet<string> = new Set(SYSTEM_COLUMNS);

/** Whether a name is one of the ten. */
export function isSystemColumn(name: string): name is SystemColumn {
  return names.has(name);
}
