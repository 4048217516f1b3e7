// DuckDB's catalog functions (`duckdb_tables()` and its sisters), read into a Catalog.

import type { DuckDBConnection } from "@duckdb/node-api";
import { doubleQuoted } from "../dialects/quoting.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog, CatalogColumn, CatalogTable } from "./catalog.ts";

/** Which part of the engine to read. */
export interface DuckdbPlace {
  readonly database: string;
  /** The schema that stands for "no schema". */
  readonly home: string;
  readonly schemas: readonly string[];
}

interface Row {
  readonly schema_name: string;
  readonly table_name: string;
}

interface TableRow extends Row {
  readonly comment: string | null;
}

interface ColumnRow extends Row {
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: boolean;
  readonly column_default: string | null;
  readonly comment: string | null;
}

interface ConstraintRow extends Row {
  readonly constraint_type: string;
  readonly constraint_column_names: readonly string[];
  readonly expression: string | null;
  readonly referenced_table: string | null;
  readonly referenced_column_names: readonly string[];
}

interface IndexRow extends Row {
  readonly index_name: string;
  readonly is_unique: boolean;
  readonly parts: readonly string[];
}

/** Reads everything in the place, views included: a view nobody asked for is a surprise too. */
export async function readDuckdbCatalog(connection: DuckDBConnection, place: DuckdbPlace): Promise<Catalog> {
  const select = <R extends Row>(columns: string, source: string) =>
    selectRows<R>(connection, `SELECT schema_name, ${columns} FROM ${source}`, place);
  const tables = await select<TableRow>("table_name, comment", "duckdb_tables()");
  const views = await select<TableRow>("view_name AS table_name, comment", "duckdb_views()");
  const columns = await select<ColumnRow>(
    "table_name, column_name, data_type, is_nullable, column_default, comment",
    "(SELECT * FROM duckdb_columns() ORDER BY column_index)",
  );
  const constraints = await select<ConstraintRow>(
    "table_name, constraint_type, constraint_column_names, expression, referenced_table, referenced_column_names",
    "(SELECT * FROM duckdb_constraints() ORDER BY constraint_index)",
  );
  const indexes = await select<IndexRow>(
    "table_name, index_name, is_unique, CAST(expressions AS VARCHAR[]) AS parts",
    "(SELECT * FROM duckdb_indexes() ORDER BY index_name)",
  );

  const read: CatalogTable[] = [];
  for (const table of [...tables, ...views]) {
    const ofTable = <R extends Row>(rows: readonly R[]) =>
      rows.filter((row) => row.schema_name === table.schema_name && row.table_name === table.table_name);
    const tableColumns: CatalogColumn[] = [];
    for (const row of ofTable(columns)) tableColumns.push(await readColumn(connection, row));
    read.push(assemble(table, place.home, tableColumns, ofTable(constraints), ofTable(indexes)));
  }
  return { tables: read.sort((a, b) => compareText(a.schema ?? "", b.schema ?? "") || compareText(a.name, b.name)) };
}

async function selectRows<R>(connection: DuckDBConnection, sql: string, place: DuckdbPlace): Promise<readonly R[]> {
  const names = [place.home, ...place.schemas];
  const marks = names.map(() => "?").join(", ");
  const reader = await connection.runAndReadAll(`${sql} WHERE database_name = ? AND schema_name IN (${marks})`, [
    place.database,
    ...names,
  ]);
  return reader.getRowObjectsJS() as unknown as readonly R[];
}

/** The catalog shows a generated column's expression as its default; only writing to it tells the two apart. */
async function readColumn(connection: DuckDBConnection, row: ColumnRow): Promise<CatalogColumn> {
  const generated = row.column_default !== null && (await isGenerated(connection, row));
  return {
    name: row.column_name,
    type: row.data_type,
    nullable: row.is_nullable,
    default: generated ? null : row.column_default,
    generated: generated ? row.column_default : null,
    autoincrement: false,
    comment: row.comment,
  };
}

/** Prepares, and never runs, an insert into the column: DuckDB refuses it for a generated one. */
async function isGenerated(connection: DuckDBConnection, row: ColumnRow): Promise<boolean> {
  const table = `${doubleQuoted(row.schema_name)}.${doubleQuoted(row.table_name)}`;
  try {
    const statement = await connection.prepare(`INSERT INTO ${table} (${doubleQuoted(row.column_name)}) VALUES (NULL)`);
    statement.destroySync();
    return false;
  } catch {
    return true;
  }
}

function assemble(
  table: TableRow,
  home: string,
  columns: readonly CatalogColumn[],
  constraints: readonly ConstraintRow[],
  indexes: readonly IndexRow[],
): CatalogTable {
  const schema = table.schema_name === home ? null : table.schema_name;
  const ofType = (type: string) => constraints.filter((row) => row.constraint_type === type);
  const readKey = (row: ConstraintRow) => ({ name: null, columns: row.constraint_column_names });
  return {
    schema,
    name: table.table_name,
    comment: table.comment,
    columns,
    primaryKey: ofType("PRIMARY KEY").map(readKey)[0] ?? null,
    uniqueConstraints: ofType("UNIQUE").map(readKey),
    checkConstraints: ofType("CHECK").map((row) => ({ name: null, expression: row.expression ?? "" })),
    // Neither actions nor keys into another schema exist in DuckDB.
    foreignKeys: ofType("FOREIGN KEY").map((row) => ({
      name: null,
      columns: row.constraint_column_names,
      referredSchema: schema,
      referredTable: row.referenced_table ?? "",
      referredColumns: row.referenced_column_names,
      onDelete: null,
      onUpdate: null,
    })),
    indexes: indexes.map((row) => ({
      name: row.index_name,
      parts: row.parts.map((text) => ({ text, descending: null })),
      unique: row.is_unique,
      where: null,
      using: null,
      include: [],
    })),
    clauses: {},
  };
}
