// How SQLAlchemy 2.0.54 spells types on PostgreSQL and on DuckDB, which takes PostgreSQL's compiler; other dialects start
// from it. Compiled with both dialects, for the types that SQLModel picks and, where it picks none, the nearest.

import type { ColumnType } from "../model/column-type.ts";
import type { TypeTable } from "./type-table.ts";

export const sqlalchemyTypes: TypeTable = {
  string: "VARCHAR",
  text: "TEXT",
  boolean: "BOOLEAN",
  int8: "SMALLINT",
  int16: "SMALLINT",
  int32: "INTEGER",
  int64: "BIGINT",
  uint8: "SMALLINT",
  uint16: "INTEGER",
  uint32: "BIGINT",
  uint64: "NUMERIC(20, 0)",
  float32: "REAL",
  float64: "FLOAT",
  date: "DATE",
  time: "TIME WITHOUT TIME ZONE",
  timestamp: "TIMESTAMP WITHOUT TIME ZONE",
  timestamptz: "TIMESTAMP WITH TIME ZONE",
  interval: "INTERVAL",
  uuid: "UUID",
  json: "JSON",
  binary: "BYTEA",
  geography: "TEXT",
  varchar: ({ length }) => `VARCHAR(${length})`,
  decimal: ({ precision, scale }) => `NUMERIC(${precision}, ${scale})`,
  // SQLAlchemy stores the names of an Enum class in a type named after the class; a union of labels has neither.
  enum: ({ labels }) => `VARCHAR(${Math.max(1, ...labels.map((label) => [...label].length))})`,
  list: ({ element }, place) => (holdsDocument(element) ? "JSON" : `${place.spell(element, false)}[]`),
  map: () => "JSON",
  struct: () => "JSON",
  vector: () => "JSON",
};

/** Maps and structs, and lists of them: kept as JSON by dialects without a type for them. */
export function holdsDocument(type: ColumnType): boolean {
  if (type.kind === "list") return holdsDocument(type.element);
  return type.kind === "map" || type.kind === "struct";
}

/** Everything that is nested: kept as JSON by dialects without arrays. */
export function isNested(type: ColumnType): boolean {
  return type.kind === "list" || type.kind === "map" || type.kind === "struct";
}
