// The tables of metadata.json: members in the order of the contract, each column, index and constraint on one line. What is
// as its default says is left out, and so are the system columns that every table begins with.

import type { ColumnType, ScalarKind, StructField } from "../model/column-type.ts";
import type { Json } from "../model/json.ts";
import type { Chunk } from "../model/output.ts";
import { settledSql } from "../model/sql-text.ts";
import type { CheckConstraint, ForeignKey, Index, IndexPart, Table, TableColumn } from "../model/table.ts";
import { jsonLine, jsonString, jsonStrings, type TextSink, textWrittenBy, writeList } from "./json-text.ts";

/** Columns and what a dialect made of them, place by place. */
export interface MetadataColumns {
  readonly columns: readonly TableColumn[];
  /** The SQL type of each column. */
  readonly columnTypes: readonly string[];
  /** What follows DEFAULT, for each column; null without one. */
  readonly columnDefaults: readonly (string | null)[];
}

/** A table and what its dialect made of it. */
export interface MetadataTable extends Omit<MetadataColumns, "columns"> {
  readonly table: Table;
  /** What the dialect has no room for, in words. */
  readonly omitted: readonly string[];
}

/** Prints the columns that stand once for all tables, one on each line. */
export function printSystemColumns(shared: MetadataColumns): string {
  return textWrittenBy((out) => writeList(out, systemLines(shared), "  ", (line) => out.push(line)));
}

function systemLines({ columns, columnTypes, columnDefaults }: MetadataColumns): readonly string[] {
  return columns.map((column, place) =>
    printColumn(column, columnTypes[place] ?? "", columnDefaults[place] ?? null, false),
  );
}

/** Prints the array of tables, piece by piece. */
export function* printTables(tables: readonly MetadataTable[], shared: MetadataColumns): Generator<Chunk> {
  const known = new Set(systemLines(shared));
  // Tables share their system columns as objects, and with them the type.
  const systemTexts = new Map<TableColumn, string | null>();
  const systemText = (column: TableColumn, sqlType: string, value: string | null) => {
    const text = systemTexts.get(column);
    if (text !== undefined) return text;
    const own = known.has(printColumn(column, sqlType, value, false))
      ? null
      : printColumn(column, sqlType, value, true);
    systemTexts.set(column, own);
    return own;
  };
  let before = "[\n    ";
  for (const table of tables) {
    yield before;
    yield { unit: `table ${table.table.name}`, text: textWrittenBy((out) => writeTable(out, table, systemText)) };
    before = ",\n    ";
  }
  yield before.startsWith("[") ? "[]" : "\n  ]";
}

/** The line of a system column; null where it is the one that all tables share. */
type SystemText = (column: TableColumn, sqlType: string, value: string | null) => string | null;

function writeTable(
  out: TextSink,
  { table, columnTypes, columnDefaults, omitted }: MetadataTable,
  systemText: SystemText,
): void {
  const indent = "      ";
  const before = `,\n${indent}`;
  const isFeature = table.kind === "feature";
  out.push(`{\n${indent}"name": ${jsonString(table.name)}`);
  if (table.schema !== null) out.push(`${before}"schema": ${jsonString(table.schema)}`);
  if (table.feature !== null) out.push(`${before}"feature": ${jsonString(table.feature)}`);
  if (!isFeature) out.push(`${before}"kind": "${table.kind}"`);
  if (table.comment !== null) out.push(`${before}"comment": ${jsonString(table.comment)}`);
  const lines = table.columns.map((column, place) => {
    const [sqlType = "", value = null] = [columnTypes[place], columnDefaults[place]];
    // Of Metaxy's own tables every column is its own.
    return column.system && isFeature ? systemText(column, sqlType, value) : printColumn(column, sqlType, value, false);
  });
  writeMember(
    out,
    before,
    "columns",
    lines.filter((line) => line !== null),
  );
  if (table.primaryKey !== null) out.push(`${before}"primary_key": ${namedColumns(table.primaryKey)}`);
  writeMember(out, before, "indexes", table.indexes.map(printIndex));
  writeMember(out, before, "unique_constraints", table.uniqueConstraints.map(namedColumns));
  writeMember(out, before, "check_constraints", table.checkConstraints.map(printCheck));
  writeMember(out, before, "foreign_keys", table.foreignKeys.map(printForeignKey));
  if (omitted.length > 0) out.push(`${before}"omitted": ${jsonStrings(omitted)}`);
  out.push("\n    }");
}

/** A list with one element on each line, or nothing. */
function writeMember(out: TextSink, before: string, name: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  out.push(`${before}"${name}": `);
  writeList(out, lines, before.slice(2), (line) => out.push(line));
}

function printColumn(column: TableColumn, sqlType: string, value: string | null, system: boolean): string {
  const { name, type, declared, nullable, comment, id, generated, autoincrement } = column;
  return (
    `{ "name": ${jsonString(name)}, "type": ${typeLine(declared ?? type)}, "sql_type": ${jsonString(sqlType)}` +
    `${nullable ? ', "nullable": true' : ""}${optional("default", value)}${optional("comment", comment)}` +
    `${system ? ', "system": true' : ""}${id ? ', "id": true' : ""}` +
    `${optional("generated", generated && settledSql(generated))}${autoincrement ? ', "autoincrement": true' : ""} }`
  );
}

/** A member with a text, or nothing. */
function optional(name: string, text: string | null): string {
  return text === null ? "" : `, "${name}": ${jsonString(text)}`;
}

function typeLine(type: ColumnType): string {
  return jsonLine(describeType(type));
}

/** A type as the document has it: kinds without parameters are their name, and what admits no NULL does not say so. */
function describeType(type: ColumnType): Json {
  switch (type.kind) {
    case "varchar":
    case "decimal":
    case "enum":
    case "vector":
      return type;
    case "list":
      return { kind: type.kind, element: describeType(type.element), ...nullability(type) };
    case "map":
      return { kind: type.kind, key: describeType(type.key), value: describeType(type.value), ...nullability(type) };
    case "struct": {
      const fields = type.fields.map(describeField);
      return { kind: type.kind, fields, ...(type.model === undefined ? {} : { model: type.model }) };
    }
    default: {
      const kind: ScalarKind = type.kind;
      return kind;
    }
  }
}

function describeField(field: StructField): Json {
  const { name, type, optional } = field;
  return { name, type: describeType(type), ...nullability(field), ...(optional === true ? { optional } : {}) };
}

function nullability({ nullable }: { readonly nullable: boolean }): { readonly nullable?: true } {
  return nullable ? { nullable } : {};
}

/** `columns` are those that are plain columns; `parts` tell the whole story where that is not it. */
function printIndex({ name, parts, unique, where, using, include }: Index): string {
  const columns = parts.flatMap(({ column }) => column ?? []);
  const isPlain = parts.every(
    ({ column, descending, nulls, opclass }) => column !== null && !descending && (nulls ?? opclass) === undefined,
  );
  return (
    `{ "name": ${jsonString(name)}, "columns": ${jsonStrings(columns)}${unique ? ', "unique": true' : ""}` +
    `${optional("where", where && settledSql(where))}${isPlain ? "" : `, "parts": ${jsonLine(parts.map(describePart))}`}` +
    `${optional("using", using)}${include.length === 0 ? "" : `, "include": ${jsonStrings(include)}`} }`
  );
}

function describePart({ column, expression, descending, nulls, opclass }: IndexPart): Json {
  return {
    ...(column === null ? {} : { column }),
    ...(expression === null ? {} : { expression: settledSql(expression) }),
    ...(descending ? { descending } : {}),
    ...(nulls === undefined ? {} : { nulls }),
    ...(opclass === undefined ? {} : { opclass: opclass.value }),
  };
}

function namedColumns({
  name,
  columns,
}: {
  readonly name: string | null;
  readonly columns: readonly string[];
}): string {
  return `{ ${named(name)}"columns": ${jsonStrings(columns)} }`;
}

/** The first member of something that need not have a name. */
function named(name: string | null): string {
  return name === null ? "" : `"name": ${jsonString(name)}, `;
}

function printCheck({ name, expression, derivedFrom }: CheckConstraint): string {
  const derived = derivedFrom === undefined ? "" : ', "derived": true';
  return `{ ${named(name)}"expression": ${jsonString(settledSql(expression))}${derived} }`;
}

function printForeignKey(key: ForeignKey): string {
  return (
    `{ ${named(key.name)}"columns": ${jsonStrings(key.columns)}${optional("referred_schema", key.referredSchema)}, ` +
    `"referred_table": ${jsonString(key.referredTable)}, "referred_columns": ${jsonStrings(key.referredColumns)}` +
    `${optional("on_delete", key.onDelete)}${optional("on_update", key.onUpdate)} }`
  );
}
