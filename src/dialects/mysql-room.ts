// Whether a table's keys and rows fit InnoDB. Tried on MariaDB 10.11: "max key length is 3072 bytes", "Row size too large …
// maximum row size … is 65535", "Row size too large (> 8126)". MySQL's numbers for the last are from its source
// (dict_index_too_big_for_tree).

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { findColumn, keysOf } from "./clauses.ts";
import type { TableContext } from "./dialect.ts";

const KEY_BYTES = 3072;
/** "Index column size too large. The maximum column size is 767 bytes", with ROW_FORMAT COMPACT or REDUNDANT. */
const OLD_COLUMN_BYTES = 767;
const ROW_BYTES = 65_535;
/** The largest row of which half a page of 16 KB has room for one: 8126 bytes are one too many on MariaDB 10.11 and MySQL 9.7. */
const PAGE_ROW_BYTES = 8125;
/** The header of a row, its transaction, and its place in the undo log. */
const PAGE_ROW_OVERHEAD = 18;
/** The number of a row that no key tells from others. */
const ROW_NUMBER = 6;
/** Where a value is that is kept apart from the row. */
const POINTER_BYTES = 20;
/** utf8mb4. */
const CHARACTER_BYTES = 4;
/** The longest VARCHAR, in characters. */
const MAX_VARCHAR = 16_383;
/** Characters of a string without a length that is part of a key. */
const KEY_CHARACTERS = 255;

const SHORTER = "give its strings a `maxLength`: each character takes 4 bytes";
const OLD_FORMAT = "leave out `rowFormat`, or give its strings a `maxLength` of at most 191";
const SPLIT = "split the feature, or gather columns in an object";

/** From which size on a value may be kept apart from its row, and what of it stays there. */
export interface Overflow {
  readonly from: number;
  readonly kept: number;
}

export const MYSQL_OVERFLOW: Overflow = { from: 40, kept: 40 };
export const MARIADB_OVERFLOW: Overflow = { from: 256, kept: POINTER_BYTES };
/** ROW_FORMAT COMPACT and REDUNDANT keep the beginning of every value, and a length of two bytes. */
const OLD_OVERFLOW: Overflow = { from: 768 + POINTER_BYTES, kept: 768 + POINTER_BYTES + 1 };

/** Reports keys and rows that are too wide. */
export function checkRoom(overflow: Overflow): (table: Table, context: TableContext) => readonly Diagnostic[] {
  return (table, { dialect, options, columnTypes }) => {
    const isOldFormat = /^(compact|redundant)$/i.test(String(options.rowFormat));
    const tooWide = (what: string, size: number, limit: number, span: Span | null, remedy: string) => {
      const words = { dialect: dialect.title, what, size: `${size} bytes`, limit: `${limit} bytes`, remedy };
      return size <= limit ? [] : [diagnose("MXC3031", words, span ?? table.source)];
    };
    const sizes = table.columns.map((column, place) => sizeOf(column, columnTypes[place] ?? ""));
    const nulls = Math.ceil(table.columns.filter(({ nullable }) => nullable).length / 8);
    const row = nulls + sum(sizes.map(rowBytes));
    const overhead = PAGE_ROW_OVERHEAD + (hasKey(table) ? 0 : ROW_NUMBER);
    const page = overhead + sum(sizes.map((size) => pageBytes(size, isOldFormat ? OLD_OVERFLOW : overflow)));
    const what = `a row of table '${table.name}'`;
    const wholeRow = tooWide(
      what,
      row,
      ROW_BYTES,
      table.source,
      "drop `maxLength` from long strings, which are then kept apart from the row",
    );
    return [
      ...keysOf(table).flatMap(({ what: use, columns, source }) => {
        const keys = columns.map((name) => keyBytes(findColumn(table, name)));
        const whole = tooWide(use, sum(keys), KEY_BYTES, source, SHORTER);
        const widest = isOldFormat ? Math.max(0, ...keys) : 0;
        return whole.length > 0 ? whole : tooWide(`a column of ${use}`, widest, OLD_COLUMN_BYTES, source, OLD_FORMAT);
      }),
      ...(wholeRow.length > 0
        ? wholeRow
        : tooWide(`${what} in its page`, page + nulls, PAGE_ROW_BYTES, table.source, SPLIT)),
    ];
  };
}

/** Whether rows lie by a key: the primary one, else the first unique one without NULL. */
function hasKey({ primaryKey, uniqueConstraints, columns }: Table): boolean {
  const admitsNull = (name: string) => columns.find((column) => column.name === name)?.nullable !== false;
  return primaryKey !== null || uniqueConstraints.some((key) => !key.columns.some(admitsNull));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/** How large a column's values get, in bytes; infinite where they are always kept apart. */
interface Size {
  readonly bytes: number;
  /** Whether the length stands beside each value. */
  readonly varies: boolean;
}

const ALWAYS_APART: Size = { bytes: Number.POSITIVE_INFINITY, varies: true };

/** What the server counts: a pointer of 12 bytes for what is kept apart, one or two bytes of length for what varies. */
function rowBytes({ bytes, varies }: Size): number {
  return bytes === Number.POSITIVE_INFINITY ? 12 : bytes + (varies ? lengthBytes(bytes) : 0);
}

/** What InnoDB itself counts. */
function pageBytes({ bytes, varies }: Size, { from, kept }: Overflow): number {
  if (varies && bytes >= from) return kept + 1;
  return bytes + (varies ? lengthBytes(bytes) : 0);
}

function lengthBytes(bytes: number): number {
  return bytes < 256 ? 1 : 2;
}

function keyBytes(column: TableColumn | null): number {
  if (column === null || column.sqlType !== null) return 0;
  const { bytes } = typeSize(column.type, true);
  return bytes === Number.POSITIVE_INFINITY ? 12 : bytes;
}

/** Nobody here knows how large a type is that the author spelled. */
function sizeOf({ type, key, sqlType }: TableColumn, spelled: string): Size {
  if (sqlType !== null) return { bytes: 0, varies: false };
  return spelled === "UUID" ? fixed(16) : typeSize(type, key);
}

function fixed(bytes: number): Size {
  return { bytes, varies: false };
}

function varying(bytes: number): Size {
  return { bytes, varies: true };
}

function typeSize(type: ColumnType, key: boolean): Size {
  switch (type.kind) {
    case "varchar":
      // Longer ones are refused by themselves.
      return varying(Math.min(type.length, MAX_VARCHAR) * CHARACTER_BYTES);
    case "string":
    case "text":
      return key ? varying(KEY_CHARACTERS * CHARACTER_BYTES) : ALWAYS_APART;
    case "binary":
      return key ? varying(KEY_CHARACTERS) : ALWAYS_APART;
    case "uuid":
      return varying(36 * CHARACTER_BYTES);
    case "decimal":
      return fixed(digitBytes(type.precision - type.scale) + digitBytes(type.scale));
    case "enum":
      return fixed(type.labels.length > 255 ? 2 : 1);
    case "boolean":
    case "int8":
    case "uint8":
      return fixed(1);
    case "int16":
    case "uint16":
      return fixed(2);
    case "date":
      return fixed(3);
    case "int32":
    case "uint32":
    case "float32":
      return fixed(4);
    case "time":
      return fixed(6);
    case "int64":
    case "uint64":
    case "float64":
    case "timestamp":
    case "timestamptz":
    case "interval":
      return fixed(8);
    default:
      return ALWAYS_APART;
  }
}

/** Nine digits take four bytes, what is left over one byte for two. */
function digitBytes(digits: number): number {
  return Math.floor(digits / 9) * 4 + Math.ceil((digits % 9) / 2);
}
