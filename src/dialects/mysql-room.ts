// Whether a table's keys and rows fit InnoDB's pages. Tried on MariaDB 10.11: "max key length is 3072 bytes", "Row size too
// large … maximum row size … is 65535".

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { findColumn } from "./clauses.ts";
import type { TableContext } from "./dialect.ts";

const KEY_BYTES = 3072;
/** "Index column size too large. The maximum column size is 767 bytes", with ROW_FORMAT COMPACT or REDUNDANT. */
const OLD_COLUMN_BYTES = 767;
const ROW_BYTES = 65_535;
/** utf8mb4. */
const CHARACTER_BYTES = 4;
/** The longest VARCHAR, in characters. */
const MAX_VARCHAR = 16_383;
/** Characters of a string without a length that is part of a key. */
const KEY_CHARACTERS = 255;

const SHORTER = "give its strings a `maxLength`: each character takes 4 bytes";
const OLD_FORMAT = "leave out `rowFormat`, or give its strings a `maxLength` of at most 191";

/** Reports keys and rows that are too wide. */
export function checkRoom(table: Table, { dialect, options }: TableContext): readonly Diagnostic[] {
  const isOldFormat = /^(compact|redundant)$/i.test(String(options.rowFormat));
  const uses = [
    ...(table.primaryKey === null ? [] : [{ ...table.primaryKey, what: "the primary key" }]),
    ...table.uniqueConstraints.map((unique) => ({ ...unique, what: `unique (${unique.columns.join(", ")})` })),
    ...table.indexes.map(({ name, parts, source }) => ({
      what: `index '${name}'`,
      columns: parts.flatMap(({ column }) => column ?? []),
      source,
    })),
  ];
  const tooWide = (what: string, size: number, limit: number, span: Span | null, remedy: string) => {
    const words = { dialect: dialect.title, what, size: `${size} bytes`, limit: `${limit} bytes`, remedy };
    return size <= limit ? [] : [diagnose("MXC3031", words, span ?? table.source)];
  };
  const row = sum(table.columns.map(rowBytes));
  return [
    ...uses.flatMap(({ what, columns, source }) => {
      const sizes = columns.map((name) => keyBytes(findColumn(table, name)));
      const whole = tooWide(what, sum(sizes), KEY_BYTES, source, SHORTER);
      const widest = isOldFormat ? Math.max(0, ...sizes) : 0;
      return whole.length > 0 ? whole : tooWide(`a column of ${what}`, widest, OLD_COLUMN_BYTES, source, OLD_FORMAT);
    }),
    ...tooWide(
      `a row of table '${table.name}'`,
      row,
      ROW_BYTES,
      table.source,
      "drop `maxLength` from long strings, which are then kept apart from the row",
    ),
  ];
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function keyBytes(column: TableColumn | null): number {
  return column === null ? 0 : columnBytes(column.type, true);
}

/** A pointer of 12 bytes for what is kept apart, and two bytes of length for each VARCHAR. */
function rowBytes({ type, key }: TableColumn): number {
  const isApart = !key && (type.kind === "string" || type.kind === "text" || type.kind === "binary");
  if (isApart) return 12;
  return columnBytes(type, true) + (["string", "text", "varchar", "binary"].includes(type.kind) ? 2 : 0);
}

function columnBytes(type: ColumnType, key: boolean): number {
  switch (type.kind) {
    case "varchar":
      // Longer ones are refused by themselves.
      return Math.min(type.length, MAX_VARCHAR) * CHARACTER_BYTES;
    case "string":
    case "text":
      return key ? KEY_CHARACTERS * CHARACTER_BYTES : 12;
    case "binary":
      return key ? KEY_CHARACTERS : 12;
    case "decimal":
      return Math.ceil(type.precision / 9) * 4 + 4;
    case "uuid":
      return 36 * CHARACTER_BYTES;
    case "boolean":
    case "int8":
    case "uint8":
      return 1;
    case "int16":
    case "uint16":
    case "enum":
      return 2;
    case "date":
      return 3;
    case "int32":
    case "uint32":
    case "float32":
      return 4;
    case "time":
      return 6;
    case "int64":
    case "uint64":
    case "float64":
    case "timestamp":
    case "timestamptz":
    case "interval":
      return 8;
    default:
      return 12;
  }
}
