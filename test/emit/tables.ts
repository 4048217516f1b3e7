// Tables by hand, for tests that print them.

import type { PrintOptions } from "../../src/emit/printer.ts";
import type { ColumnType, ScalarKind } from "../../src/model/column-type.ts";
import type { Span } from "../../src/model/span.ts";
import type { SqlPiece } from "../../src/model/sql-text.ts";
import type { Index, Table, TableColumn } from "../../src/model/table.ts";
import type { StaticValue } from "../../src/model/value.ts";

/** Where everything in these tables was written. */
export const span: Span = { file: "src/video.ts", start: 10, end: 20 };

/** The defaults of the configuration. */
export const printOptions: PrintOptions = {
  compat: "native",
  ifNotExists: false,
  style: { keywordCase: null, indentWidth: null },
  dialectOptions: {},
};

/** A column that is not null and has nothing else, but for what is given. */
export function column(name: string, type: ColumnType | ScalarKind, rest: Partial<TableColumn> = {}): TableColumn {
  return {
    name,
    type: typeof type === "string" ? { kind: type } : type,
    sqlType: null,
    nullable: false,
    default: null,
    generated: null,
    autoincrement: false,
    comment: null,
    system: false,
    id: false,
    key: false,
    source: span,
    ...rest,
  };
}

/** A feature's table without keys, but for what is given. */
export function table(name: string, columns: readonly TableColumn[], rest: Partial<Table> = {}): Table {
  return {
    name,
    schema: null,
    feature: name,
    kind: "feature",
    comment: null,
    columns,
    primaryKey: null,
    indexes: [],
    uniqueConstraints: [],
    checkConstraints: [],
    foreignKeys: [],
    dialectOptions: {},
    source: span,
    ...rest,
  };
}

/** An index on columns, but for what is given. */
export function index(name: string, columns: readonly string[], rest: Partial<Index> = {}): Index {
  const parts = columns.map((each) => ({ column: each, expression: null, descending: false }));
  return { name, parts, unique: false, where: null, using: null, include: [], source: span, ...rest };
}

/** A JavaScript value as the compiler folds it. */
export function folded(value: unknown): StaticValue {
  if (value === null) return { kind: "null", span };
  if (Array.isArray(value)) return { kind: "array", items: value.map(folded), span };
  switch (typeof value) {
    case "string":
      return { kind: "string", value, span };
    case "number":
      return { kind: "number", value, span };
    case "boolean":
      return { kind: "boolean", value, span };
    case "bigint":
      return { kind: "bigint", value: String(value), span };
    case "object":
      return {
        kind: "object",
        entries: Object.entries(value).map(([key, each]) => ({ key, keySpan: span, value: folded(each) })),
        span,
      };
    default:
      return { kind: "undefined", span };
  }
}

/** A literal default. */
export function literal(value: unknown): TableColumn["default"] {
  return { kind: "literal", value: folded(value) };
}

/** A default written in SQL. */
export function sqlDefault(text: string): TableColumn["default"] {
  return { kind: "sql", sql: sql(text) };
}

/** SQL of an author's. */
export function sql(text: string): SqlPiece {
  return { value: text, span };
}
