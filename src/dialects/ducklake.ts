// DuckLake: DuckDB's SQL over a lake of Parquet files. From its manual (ducklake.select/docs: unsupported features, data
// types, constraints); the statements themselves were run on DuckDB 1.5.6.

import type { Dialect } from "./dialect.ts";
import { duckdb } from "./duckdb.ts";
import { sqlalchemyTypes } from "./sqlalchemy.ts";
import type { OfKind, TypeTable } from "./type-table.ts";

const types: TypeTable = {
  ...duckdb.types,
  // No user types.
  enum: () => "VARCHAR",
  // No lists of fixed size.
  vector: () => "FLOAT[]",
  // Well-known binary: GEOMETRY is missing from the first versions.
  geography: "BLOB",
};

export const ducklake: Dialect = {
  ...duckdb,
  name: "ducklake",
  title: "DuckLake",
  answersTo: ["ducklake", "duckdb"],
  names: { ...duckdb.names, indexScope: null },

  types,
  sqlmodel: {
    types: { ...sqlalchemyTypes, vector: (type: OfKind<"vector">, place) => types.vector(type, place) },
    unkeyable: [],
    lossy: duckdb.sqlmodel?.lossy ?? {},
    serialTypes: null,
  },
  typeLimits: { ...duckdb.typeLimits, vectorDimensions: null },

  // Defaults can only be literals, and a CAST is none.
  literals: { ...duckdb.literals, list: null, map: null, struct: null, vector: null },
  quoteBytes: duckdb.quoteBytes,
  defaults: { ...duckdb.defaults, expressions: false },
  generated: null,

  constraints: {
    ...duckdb.constraints,
    primaryKey: "absent",
    unique: "absent",
    check: "absent",
    foreignKey: "absent",
  },
  indexes: { ...duckdb.indexes, style: "absent", unique: false },
  ifNotExists: { table: true, index: false },
};
