// The tables of metadata.json: members in the order of the contract, each column, index and constraint on one line.

import type { ColumnType } from "../model/column-type.ts";
import type { Json } from "../model/json.ts";
import type { Span } from "../model/span.ts";
import type { CheckConstraint, ForeignKey, Index, Table, TableColumn } from "../model/table.ts";
import { jsonLine, jsonString, jsonStrings, jsonText, writeList } from "./json-text.ts";

/** A table and what its dialect made of it. */
export interface MetadataTable {
  readonly table: Table;
  /** The SQL type of each column. */
  readonly columnTypes: readonly string[];
  /** What follows DEFAULT, for each column; null without one. */
  readonly columnDefaults: readonly (string | null)[];
  /** What the dialect has no room for, in words. */
  readonly omitted: readonly string[];
}

/** Prints the place of something, or null. */
export type SourcePrinter = (span: Span | null) => string;

/** Writes the array of tables, a chunk of text for each. */
export function writeTables(chunks: string[], tables: readonly MetadataTable[], source: SourcePrinter): void {
  const systemLines = new Map<TableColumn, string>();
  const columnLine = (column: TableColumn, sqlType: string, value: string | null) => {
    const known = systemLines.get(column);
    if (known !== undefined) return known;
    const line = printColumn(column, sqlType, value, source);
    // Tables share their system columns as objects, and with them the type.
    if (column.system) systemLines.set(column, line);
    return line;
  };
  writeList(chunks, tables, "  ", ({ table, columnTypes, columnDefaults, omitted }) => {
    const lines = table.columns.map((column, index) =>
      columnLine(column, columnTypes[index] ?? "", columnDefaults[index] ?? null),
    );
    chunks.push(printTable(table, lines, omitted));
  });
}

function printTable(table: Table, columns: readonly string[], omitted: readonly string[]): string {
  const { primaryKey } = table;
  return (
    `{\n      "name": ${jsonString(table.name)},\n` +
    `      "schema": ${jsonText(table.schema)},\n` +
    `      "feature": ${jsonText(table.feature)},\n` +
    `      "kind": "${table.kind}",\n` +
    `      "comment": ${jsonText(table.comment)},\n` +
    `      "columns": ${lines(columns)},\n` +
    `      "primary_key": ${primaryKey === null ? "null" : namedColumns(primaryKey)},\n` +
    `      "indexes": ${lines(table.indexes.map(printIndex))},\n` +
    `      "unique_constraints": ${lines(table.uniqueConstraints.map(namedColumns))},\n` +
    `      "check_constraints": ${lines(table.checkConstraints.map(printCheck))},\n` +
    `      "foreign_keys": ${lines(table.foreignKeys.map(printForeignKey))}` +
    `${omitted.length === 0 ? "" : `,\n      "omitted": ${jsonStrings(omitted)}`}\n    }`
  );
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n        ${items.join(",\n        ")}\n      ]`;
}

function printColumn(column: TableColumn, sqlType: string, value: string | null, source: SourcePrinter): string {
  const { name, type, nullable, comment, system, id, generated, autoincrement } = column;
  return (
    `{ "name": ${jsonString(name)}, "type": ${typeLine(type)}, "sql_type": ${jsonString(sqlType)}, ` +
    `"nullable": ${nullable}, "default": ${jsonText(value)}, "comment": ${jsonText(comment)}, ` +
    `"system": ${system}, "id": ${id}, "source": ${source(column.source)}` +
    `${generated === null ? "" : `, "generated": ${jsonString(generated.sql)}`}` +
    `${autoincrement ? ', "autoincrement": true' : ""} }`
  );
}

function typeLine(type: ColumnType): string {
  // Plain data by its definition, which TypeScript does not believe of interfaces.
  return jsonLine(type as unknown as Json);
}

/** `columns` are those that are plain columns; `parts` tell the whole story where that is not it. */
function printIndex({ name, parts, unique, where, using, include }: Index): string {
  const columns = parts.flatMap(({ column }) => column ?? []);
  const plain = parts.every(({ column, descending }) => column !== null && !descending);
  return (
    `{ "name": ${jsonString(name)}, "columns": ${jsonStrings(columns)}, "unique": ${unique}, "where": ${jsonText(where)}` +
    `${plain ? "" : `, "parts": ${jsonLine(parts.map((part) => ({ ...part })))}`}` +
    `${using === null ? "" : `, "using": ${jsonString(using)}`}` +
    `${include.length === 0 ? "" : `, "include": ${jsonStrings(include)}`} }`
  );
}

function namedColumns({
  name,
  columns,
}: {
  readonly name: string | null;
  readonly columns: readonly string[];
}): string {
  return `{ "name": ${jsonText(name)}, "columns": ${jsonStrings(columns)} }`;
}

function printCheck({ name, expression }: CheckConstraint): string {
  return `{ "name": ${jsonText(name)}, "expression": ${jsonString(expression)} }`;
}

function printForeignKey(key: ForeignKey): string {
  return (
    `{ "name": ${jsonText(key.name)}, "columns": ${jsonStrings(key.columns)}, ` +
    `"referred_schema": ${jsonText(key.referredSchema)}, "referred_table": ${jsonString(key.referredTable)}, ` +
    `"referred_columns": ${jsonStrings(key.referredColumns)}, ` +
    `"on_delete": ${jsonText(key.onDelete)}, "on_update": ${jsonText(key.onUpdate)} }`
  );
}
