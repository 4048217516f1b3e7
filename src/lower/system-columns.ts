// The ten columns Metaxy writes with every row, as table columns. They come first and are the same in every table but for the
// `*_by_field` ones, so the objects are shared.

import type { ColumnType } from "../model/column-type.ts";
import type { Feature } from "../model/feature.ts";
import { structKeyOf } from "../model/names.ts";
import type { Compat } from "../model/project.ts";
import { SYSTEM_COLUMNS, type SystemColumn } from "../model/system-columns.ts";
import type { TableColumn } from "../model/table.ts";
import type { LoweringTarget } from "./lowering-target.ts";

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

const SHARED: Readonly<Partial<Record<SystemColumn, TableColumn>>> = Object.fromEntries(
  SYSTEM_COLUMNS.flatMap((name) => {
    const type = TYPES[name];
    return type === null ? [] : [[name, systemColumn(name, type, NULLABLE.has(name))]];
  }),
);

const MAP_COLUMNS = columnsWith(MAP_TYPE);

/** SQLModel knows no map and says JSON, which no store but PostgreSQL's reads back. */
const JSON_COLUMNS = columnsWith(JSON_TYPE);

/** The ten system columns of a feature's table in table order, none of them in a key yet. */
export function systemColumns(
  { fields }: Feature,
  byField: LoweringTarget["byField"],
  compat: Compat,
): readonly TableColumn[] {
  if (compat === "sqlmodel") return JSON_COLUMNS;
  // A struct has at least one member; a feature without fields has nothing to say in these columns.
  if (byField === "map" || fields.length === 0) return MAP_COLUMNS;
  const names = new Set(fields.map(({ key }) => structKeyOf(key.split("/"))));
  return columnsWith({ kind: "struct", fields: [...names].map((name) => ({ name, type: STRING, nullable: true })) });
}

/** The system columns that are the same in every table: all ten, or all but those that follow the feature's fields. */
export function sharedSystemColumns(byField: LoweringTarget["byField"], compat: Compat): readonly TableColumn[] {
  if (compat === "sqlmodel") return JSON_COLUMNS;
  return byField === "map" ? MAP_COLUMNS : MAP_COLUMNS.filter(({ name }) => TYPES[name as SystemColumn] !== null);
}

function columnsWith(byField: ColumnType): readonly TableColumn[] {
  return SYSTEM_COLUMNS.map((name) => SHARED[name] ?? systemColumn(name, byField, false));
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
