// The tables of metadata.json: members in the order of the contract, each column, index and constraint on one line.

import type { ColumnType, ScalarKind } from "../model/column-type.ts";
import type { Json } from "../model/json.ts";
import type { Chunk } from "../model/output.ts";
import type { Span } from "../model/span.ts";
import { settledSql } from "../model/sql-text.ts";
import type { CheckConstraint, ForeignKey, Index, Table, TableColumn } from "../model/table.ts";
import { jsonLine, jsonString, jsonStrings, jsonText, type TextSink, textWrittenBy, writeList } from "./json-text.ts";

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

/** Prints the array of tables, piece by piece. */
export function* printTables(tables: readonly MetadataTable[], source: SourcePrinter): Generator<Chunk> {
  const systemLines = new Map<TableColumn, string>();
  const columnLine = (column: TableColumn, sqlType: string, value: string | null) => {
    const known = systemLines.get(column);
    if (known !== undefined) return known;
    const line = printColumn(column, sqlType, value, source);
    // Tables share their system columns as objects, and with them the type.
    if (column.system) systemLines.set(column, line);
    return line;
  };
  let before = "[\n    ";
  for (const table of tables) {
    yield before;
    yield { unit: `table ${table.table.name}`, text: textWrittenBy((out) => writeTable(out, table, columnLine)) };
    before = ",\n    ";
  }
  yield before.startsWith("[") ? "[]" : "\n  ]";
}

function writeTable(
  out: TextSink,
  { table, columnTypes, columnDefaults, omitted }: MetadataTable,
  columnLine: (column: TableColumn, sqlType: string, value: string | null) => string,
): void {
  const indent = "      ";
  out.push(`{\n${indent}"name": ${jsonString(table.name)},\n`);
  out.push(`${indent}"schema": ${jsonText(table.schema)},\n`);
  out.push(`${indent}"feature": ${jsonText(table.feature)},\n`);
  out.push(`${indent}"kind": "${table.kind}",\n`);
  out.push(`${indent}"comment": ${jsonText(table.comment)},\n`);
  out.push(`${indent}"columns": `);
  writeList(out, table.columns, indent, (column, index) =>
    out.push(columnLine(column, columnTypes[index] ?? "", columnDefaults[index] ?? null)),
  );
  const { primaryKey } = table;
  out.push(`,\n${indent}"primary_key": ${primaryKey === null ? "null" : namedColumns(primaryKey)}`);
  out.push(`,\n${indent}"indexes": `);
  writeList(out, table.indexes, indent, (index) => out.push(printIndex(index)));
  out.push(`,\n${indent}"unique_constraints": `);
  writeList(out, table.uniqueConstraints, indent, (unique) => out.push(namedColumns(unique)));
  out.push(`,\n${indent}"check_constraints": `);
  writeList(out, table.checkConstraints, indent, (check) => out.push(printCheck(check)));
  out.push(`,\n${indent}"foreign_keys": `);
  writeList(out, table.foreignKeys, indent, (key) => out.push(printForeignKey(key)));
  if (omitted.length > 0) out.push(`,\n${indent}"omitted": ${jsonStrings(omitted)}`);
  out.push("\n    }");
}

function printColumn(column: TableColumn, sqlType: string, value: string | null, source: SourcePrinter): string {
  const { name, type, nullable, comment, system, id, generated, autoincrement } = column;
  return (
    `{ "name": ${jsonString(name)}, "type": ${typeLine(type)}, "sql_type": ${jsonString(sqlType)}, ` +
    `"nullable": ${nullable}, "default": ${jsonText(value)}, "comment": ${jsonText(comment)}, ` +
    `"system": ${system}, "id": ${id}, "source": ${source(column.source)}` +
    `${generated === null ? "" : `, "generated": ${jsonString(settledSql(generated))}`}` +
    `${autoincrement ? ', "autoincrement": true' : ""} }`
  );
}

function typeLine(type: ColumnType): string {
  switch (type.kind) {
    case "varchar":
    case "decimal":
    case "enum":
    case "list":
    case "map":
    case "struct":
    case "vector":
      // Plain data by its definition, which TypeScript does not believe of interfaces.
      return jsonLine(type as unknown as Json);
    default: {
      const kind: ScalarKind = type.kind;
      return `{ "kind": "${kind}" }`;
    }
  }
}

/** `columns` are those that are plain columns; `parts` tell the whole story where that is not it. */
function printIndex({ name, parts, unique, where, using, include }: Index): string {
  const columns: string[] = [];
  let plain = true;
  for (const { column, descending } of parts) {
    if (column !== null) columns.push(column);
    if (column === null || descending) plain = false;
  }
  return (
    `{ "name": ${jsonString(name)}, "columns": ${jsonStrings(columns)}, "unique": ${unique}, "where": ${jsonText(where && settledSql(where))}` +
    `${plain ? "" : `, "parts": ${jsonLine(parts.map((part) => ({ ...part, expression: part.expression && settledSql(part.expression) })))}`}` +
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
  return `{ "name": ${jsonText(name)}, "expression": ${jsonString(settledSql(expression))} }`;
}

function printForeignKey(key: ForeignKey): string {
  return (
    `{ "name": ${jsonText(key.name)}, "columns": ${jsonStrings(key.columns)}, ` +
    `"referred_schema": ${jsonText(key.referredSchema)}, "referred_table": ${jsonString(key.referredTable)}, ` +
    `"referred_columns": ${jsonStrings(key.referredColumns)}, ` +
    `"on_delete": ${jsonText(key.onDelete)}, "on_update": ${jsonText(key.onUpdate)} }`
  );
}
