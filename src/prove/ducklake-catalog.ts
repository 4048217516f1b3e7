// What only DuckLake's own tables say: how tables are divided. And what its catalog says otherwise than DuckDB's.

import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb } from "../dialects/duckdb.ts";
import type { Catalog, Clauses } from "./catalog.ts";
import type { DuckdbPlace } from "./duckdb-catalog.ts";
import { canonicalText, tokenizeSql } from "./sql-text.ts";

const WORDS = "PARTITIONED BY";

/** How a table is to be divided, from the statements that change it; nothing on an engine that cannot divide it. */
export function readPartition(statements: readonly string[], isLake: boolean): Clauses {
  const parts = isLake ? statements.flatMap((sql) => /SET PARTITIONED BY \((.*)\)$/s.exec(sql)?.[1] ?? []) : [];
  return Object.fromEntries(parts.map((sql) => [WORDS, spelled(sql)]));
}

interface PartitionRow {
  readonly schema_name: string;
  readonly table_name: string;
  readonly column_name: string;
  /** `identity`, `month`, `bucket(8)`. */
  readonly transform: string;
}

/** The catalog with how its tables are divided, and without DuckLake's way of writing no default. */
export async function withLakesOwn(
  connection: DuckDBConnection,
  catalog: Catalog,
  place: DuckdbPlace,
): Promise<Catalog> {
  const own = `__ducklake_metadata_${place.database}`;
  const reader = await connection.runAndReadAll(
    `SELECT s.schema_name, t.table_name, c.column_name, p.transform
     FROM ${own}.ducklake_partition_column p
       JOIN ${own}.ducklake_table t USING (table_id)
       JOIN ${own}.ducklake_schema s USING (schema_id)
       JOIN ${own}.ducklake_column c USING (table_id, column_id)
     ORDER BY p.partition_key_index`,
  );
  const rows = reader.getRowObjectsJS() as unknown as readonly PartitionRow[];
  return {
    tables: catalog.tables.map((table) => {
      const parts = rows.filter(
        (row) => row.table_name === table.name && row.schema_name === (table.schema ?? place.home),
      );
      return {
        ...table,
        columns: table.columns.map((column) => (column.default === "NULL" ? { ...column, default: null } : column)),
        clauses: parts.length === 0 ? {} : { [WORDS]: spelled(parts.map(describePart).join(", ")) },
      };
    }),
  };
}

function describePart({ column_name: column, transform }: PartitionRow): string {
  const [, name, count] = /^(\w+)\((\d+)\)$/.exec(transform) ?? [];
  if (count !== undefined) return `${name}(${count}, ${column})`;
  return transform === "identity" ? column : `${transform}(${column})`;
}

/** Without what does not matter: blanks, case, quotes around plain names. */
function spelled(sql: string): string {
  return canonicalText(tokenizeSql(sql.replaceAll(/"(\w+)"/g, "$1").toLowerCase(), duckdb));
}
