// DuckLake: DuckDB's SQL over a lake of Parquet files. From its manual (ducklake.select/docs: unsupported features, data
// types, constraints, partitioning); the statements were run on its extension for DuckDB 1.5.5. What only its newest version
// takes, such as expressions as defaults, is left out.

import type { Table } from "../model/table.ts";
import { noClauses, quoteTable } from "./clauses.ts";
import type { Dialect, TableClauses, TableContext } from "./dialect.ts";
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
  engine: "ducklake",
  sources: [
    "https://ducklake.select/docs/stable/duckdb/unsupported_features",
    "https://ducklake.select/docs/stable/specification/data_types",
    "DuckLake on DuckDB 1.5.5",
  ],
  answersTo: ["ducklake", "duckdb"],
  names: { ...duckdb.names, indexScope: null },

  types,
  sqlmodel: {
    nameLimit: 63,
    types: { ...sqlalchemyTypes, vector: (type: OfKind<"vector">, place) => types.vector(type, place) },
    unkeyable: [],
    lossy: duckdb.sqlmodel?.lossy ?? {},
    serialTypes: null,
  },
  typeLimits: { ...duckdb.typeLimits, vectorDimensions: null },

  // Defaults can only be literals, and a CAST is none.
  // Before DuckDB 1.5 TRUE is a CAST as well; its text is not.
  literals: { ...duckdb.literals, true: "'true'", false: "'false'", list: null, map: null, struct: null, vector: null },
  quoteBytes: duckdb.quoteBytes,
  defaults: { ...duckdb.defaults, expressions: false },
  generated: null,

  constraints: {
    ...duckdb.constraints,
    primaryKey: "absent",
    unique: "absent",
    check: "absent",
    foreignKey: "absent",
    references: null,
  },
  indexes: { ...duckdb.indexes, style: "absent", unique: false },
  ifNotExists: { table: true, index: false },
  tableOptions: { partitionBy: "expressions" },
  tableClauses: ducklakeClauses,
};

/** Columns, or year, month, day, hour and bucket of one (ducklake.select/docs: partitioning). */
function ducklakeClauses(table: Table, { dialect, options, fragment, sqlOption }: TableContext): TableClauses {
  const count = Array.isArray(options.partitionBy) ? options.partitionBy.length : 0;
  const asked = Array.from({ length: count }, (_, place) => sqlOption("partitionBy", place));
  const parts = asked.flatMap((sql) => (sql === null ? [] : (fragment(sql) ?? [])));
  if (parts.length === 0) return noClauses;
  const alter = `ALTER TABLE ${quoteTable(dialect, table.schema, table.name)}`;
  return { ...noClauses, afterwards: [`${alter} SET PARTITIONED BY (${parts.join(", ")})`] };
}
