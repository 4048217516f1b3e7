// The ten columns Metaxy writes with every row, as table columns. They come first and are the same in every table, so the
// objects are shared.

import type { ColumnType } from "../model/column-type.ts";
import type { Compat } from "../model/project.ts";
import { SYSTEM_COLUMNS, type SystemColumn } from "../model/system-columns.ts";
import type { TableColumn } from "../model/table.ts";

const STRING: ColumnType = { kind: "string" };
const TIMESTAMP: ColumnType = { kind: "timestamptz" };
const JSON_TYPE: ColumnType = { kind: "json" };
const MAP_TYPE: ColumnType = { kind: "map", key: STRING, value: STRING, nullable: false };

/** The type of each column but the `*_by_field` ones; null where those stand. */
const TYPES = {
  metaxy_provenance_by_field: null,
  metaxy_provenance: STRING,
  metaxy_feature_version: STRING,
  metaxy_project_version: STRING,
  metaxy_data_version_by_field: null,
  metaxy_data_version: STRING,
  metaxy_created_at: TIMESTAMP,
  metaxy_materialization_id: STRING,
  metaxy_updated_at: TIMESTAMP,
  metaxy_deleted_at: TIMESTAMP,
} satisfies Record<SystemColumn, ColumnType | null>;

/** Metaxy fills every other column of every row it writes (Metaxy 0.1, SQLModel integration). */
const NULLABLE: ReadonlySet<SystemColumn> = new Set(["metaxy_materialization_id", "metaxy_deleted_at"]);

/** The columns by compatibility: SQLModel knows no map and says JSON, which no store but PostgreSQL reads back. */
const COLUMNS = {
  native: SYSTEM_COLUMNS.map((name) => systemColumn(name, TYPES[name] ?? MAP_TYPE, NULLABLE.has(name))),
  sqlmodel: SYSTEM_COLUMNS.map((name) => systemColumn(name, TYPES[name] ?? JSON_TYPE, NULLABLE.has(name))),
} satisfies Record<Compat, readonly TableColumn[]>;

/** The ten system columns in table order, none of them in a key yet. */
export function systemColumns(compat: Compat): readonly TableColumn[] {
  return COLUMNS[compat];
}

/** A column that Metaxy owns: no default, no comment, no place in the user's source. */
export function systemColumn(name: string, type: ColumnType, nullable: boolean): TableColumn {
  return {
    name,
    type,
    sqlType: null,
    nullable,
    default: null,
    generated: null,
    autoincrement: false,
    comment: null,
    system: true,
    id: false,
    key: false,
    source: null,
  };
}
