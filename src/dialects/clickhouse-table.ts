// What stands around ClickHouse's column list: data-skipping indexes inside it, the engine and its clauses after it, and a
// Distributed table over the replicated ones when the store asks for it.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";
import { findColumn, isSearch, noClauses, quoteColumns } from "./clauses.ts";
import { placeOnCluster } from "./clickhouse-cluster.ts";
import { checkEngine, readEngine, type TableEngine } from "./clickhouse-engines.ts";
import type { TableClauses, TableContext } from "./dialect.ts";
import { indexesInLayout, layoutColumns } from "./layout.ts";
import { isRecord } from "./options.ts";

/** Kinds a bloom filter cannot hold ("Unexpected type … of bloom filter index"); minmax holds all that can be compared. */
const UNHASHABLE: readonly ColumnKind[] = ["json", "map", "struct", "decimal", "date", "time"];

/** Kinds that are looked up by ranges. */
const ORDERED: readonly ColumnKind[] = ["timestamp", "timestamptz", "float32", "float64", "interval"];

/** All clauses of one table. */
export function clickhouseClauses(table: Table, context: TableContext): TableClauses {
  const engine = readEngine(context);
  const placed = placeOnCluster(table, context);
  const diagnostics = [...checkEngine(engine, table, context), ...placed.diagnostics];
  if (engine.keeping === "sorted")
    return sortedClauses(engine, table, { ...noClauses, ...placed, diagnostics }, context);
  const key = engine.keeping === "keyed" ? table.primaryKey : null;
  const who = `ClickHouse's engine ${engine.name}`;
  return {
    ...noClauses,
    ...placed,
    suffix: [
      `ENGINE = ${engine.sql}`,
      key === null ? "" : `PRIMARY KEY ${quoteColumns(context.dialect, key.columns)}`,
      settingsClause(context),
    ].filter((line) => line !== ""),
    lostKey: key === null ? lostKey(table, who) : null,
    withoutIndexes: who,
    diagnostics,
  };
}

function lostKey(table: Table, who: string): Diagnostic | null {
  if (table.primaryKey === null) return null;
  const { columns, source } = table.primaryKey;
  return diagnose("MXC3020", { dialect: who, table: table.name, columns: columns.join(", ") }, source ?? table.source);
}

/** What an engine of the MergeTree family takes: indexes in the table, the order of rows after it. */
function sortedClauses(engine: TableEngine, table: Table, made: TableClauses, context: TableContext): TableClauses {
  const { options } = context;
  const asked = Array.isArray(options.orderBy) ? options.orderBy.map(String) : null;
  const order = asked ?? layoutColumns(table, (column) => isSortable(column, table, context));
  const sorted = indexesInLayout(table, order);
  const skipping = table.indexes
    .filter((index) => !sorted.includes(index.name) && !isSearch(index, context.dialect))
    .map((index) => skippingIndex(index, table, context));
  const further = ownIndexes(context);
  const key = table.primaryKey?.columns ?? [];
  const keepsKey = key.every((column, place) => order[place] === column);
  return {
    ...made,
    body: [...skipping, ...further].map((index) => printIndex(index, context)),
    suffix: [
      `ENGINE = ${engine.sql}`,
      clause("PARTITION BY", "partitionBy", context),
      keepsKey && key.length > 0 && key.length < order.length
        ? `PRIMARY KEY ${quoteColumns(context.dialect, key)}`
        : "",
      `ORDER BY ${order.length === 0 ? "tuple()" : quoteColumns(context.dialect, order)}`,
      clause("TTL", "ttl", context),
      settingsClause(context),
    ].filter((line) => line !== ""),
    indexes: sorted,
    methods: Object.fromEntries(skipping.map(({ name, method }) => [name, method])),
    furtherIndexes: further.map(toIndex),
    lostKey: keepsKey ? null : keyOutOfOrder(table, order),
    diagnostics: [...made.diagnostics, ...(asked === null ? [] : checkOrder(asked, table, context))],
  };
}

/** The primary key has to start the sorting key: it is the part of it that is kept in memory. */
function keyOutOfOrder(table: Table, order: readonly string[]): Diagnostic {
  const { columns = [], source = null } = table.primaryKey ?? {};
  const words = { table: table.name, order: order.join(", "), key: columns.join(", ") };
  return diagnose("MXC3082", words, source ?? table.source);
}

function isSortable(column: TableColumn, table: Table, context: TableContext): boolean {
  return whyNotSorted(column, table, context) === null;
}

/** "Sorting key contains nullable columns", at whatever depth; "Column with type Variant/Dynamic/JSON is not allowed". */
function whyNotSorted(column: TableColumn, table: Table, context: TableContext): "null" | "type" | null {
  const type = withoutQuoted(context.columnTypes[table.columns.indexOf(column)] ?? "");
  if (/\b(JSON|Variant|Dynamic)\b/.test(type)) return "type";
  const { settings } = context.options;
  const takesNull = isRecord(settings) && [1, true, "1"].some((value) => settings.allow_nullable_key === value);
  return /\bNullable\(/.test(type) && !takesNull ? "null" : null;
}

/** A type without the labels and names in it. */
function withoutQuoted(type: string): string {
  return type.replaceAll(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "");
}

/** Columns of `orderBy` that no sorting key takes. */
function checkOrder(order: readonly string[], table: Table, context: TableContext): readonly Diagnostic[] {
  const { dialect, optionSpan } = context;
  return order.flatMap((name, place) => {
    const span = optionSpan("orderBy", place) ?? table.source;
    const column = findColumn(table, name);
    const reason = column === null ? null : whyNotSorted(column, table, context);
    if (column === null || reason === null) return [];
    const words = { dialect: dialect.title, column: name, use: "ORDER BY" };
    return reason === "null"
      ? [diagnose("MXC3029", words, span)]
      : [diagnose("MXC3004", { ...words, type: `a ${column.type.kind}` }, span)];
  });
}

function clause(words: string, option: string, { fragment, sqlOption }: TableContext): string {
  const sql = sqlOption(option);
  const printed = sql === null ? null : fragment(sql);
  return printed === null ? "" : `${words} ${printed}`;
}

function settingsClause({ options, dialect }: TableContext): string {
  const items = Object.entries(isRecord(options.settings) ? options.settings : {})
    .filter(([name]) => /^\w+$/.test(name))
    .map(([name, value]) => `${name} = ${typeof value === "string" ? dialect.quoteString(value) : Number(value)}`);
  return items.length === 0 ? "" : `SETTINGS ${items.join(", ")}`;
}

/** An index that says where a value is not, so that parts of the table are skipped. */
interface SkippingIndex {
  readonly name: string;
  /** SQL: columns or an expression. */
  readonly expression: string;
  readonly method: string;
  readonly granularity: number;
  readonly source: Span | null;
}

function printIndex({ name, expression, method, granularity }: SkippingIndex, { dialect }: TableContext): string {
  return `INDEX ${dialect.quoteIdentifier(name)} (${expression}) TYPE ${method} GRANULARITY ${granularity}`;
}

function toIndex({ name, expression, method, source }: SkippingIndex): Index {
  const parts = [{ column: null, expression: { value: expression, span: source }, descending: false }];
  return { name, parts, unique: false, where: null, using: method, include: [], source };
}

/** What becomes of an index that the model knows. */
function skippingIndex(index: Index, table: Table, { dialect }: TableContext): SkippingIndex {
  const { name, source, using } = index;
  const parts = index.parts.map(({ column, expression }) =>
    column === null ? (expression === null ? "" : settledSql(expression)) : dialect.quoteIdentifier(column),
  );
  const asked = using?.toLowerCase() ?? "";
  const method = dialect.indexes.methods?.includes(asked) === true ? asked : defaultMethod(index, table);
  // A set needs a size; 0 is any.
  return { name, expression: parts.join(", "), method: method === "set" ? "set(0)" : method, granularity: 1, source };
}

/** A filter of values where equality is looked up, else the range of values. */
function defaultMethod({ parts }: Index, table: Table): string {
  const kinds = parts.map(({ column }) =>
    column === null ? "json" : (findColumn(table, column)?.type.kind ?? "json"),
  );
  return kinds.some((kind) => UNHASHABLE.includes(kind) || ORDERED.includes(kind)) ? "minmax" : "bloom_filter";
}

/** Indexes from `tableArgs`. */
function ownIndexes({ options, fragment, optionSpan, sqlOption }: TableContext): readonly SkippingIndex[] {
  const source = optionSpan("indexes");
  return (Array.isArray(options.indexes) ? options.indexes : [])
    .filter(isRecord)
    .flatMap(({ name, granularity }, place) => {
      const sql = sqlOption("indexes", place, "expression");
      if (typeof name !== "string" || sql === null) return [];
      const type = sqlOption("indexes", place, "type");
      const expression = fragment(sql);
      const method = type === null ? "minmax" : fragment(type, true);
      if (expression === null || method === null) return [];
      return [{ name, expression, method, granularity: typeof granularity === "number" ? granularity : 1, source }];
    });
}
