// What stands around ClickHouse's column list: data-skipping indexes inside it, the engine and its clauses after it, and a
// Distributed table over the replicated ones when the store asks for it.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";
import { findColumn, noClauses, quoteColumns, quoteTable } from "./clauses.ts";
import type { TableClauses, TableContext } from "./dialect.ts";
import { indexesInLayout, layoutColumns } from "./layout.ts";
import { isRecord } from "./options.ts";

/** Kinds a bloom filter cannot hold ("Unexpected type … of bloom filter index"); minmax holds all that can be compared. */
const UNHASHABLE: readonly ColumnKind[] = ["json", "map", "struct", "decimal", "date", "time"];

/** Kinds that are looked up by ranges. */
const ORDERED: readonly ColumnKind[] = ["timestamp", "timestamptz", "float32", "float64", "interval"];

/** All clauses of one table. */
export function clickhouseClauses(table: Table, context: TableContext): TableClauses {
  const { options } = context;
  const asked = Array.isArray(options.orderBy) ? options.orderBy.map(String) : null;
  const order = asked ?? layoutColumns(table, isSortable);
  const sorted = indexesInLayout(table, order);
  const skipping = table.indexes
    .filter(({ name }) => !sorted.includes(name))
    .map((index) => skippingIndex(index, table, context));
  const further = ownIndexes(context);
  return {
    ...noClauses,
    ...placeOnCluster(table, context),
    body: [...skipping, ...further].map((index) => printIndex(index, context)),
    suffix: printEngine(table, order, context),
    indexes: sorted,
    methods: Object.fromEntries(skipping.map(({ name, method }) => [name, method])),
    furtherIndexes: further.map(toIndex),
    diagnostics: asked === null ? [] : checkOrder(asked, table, context),
  };
}

function isSortable({ type, nullable }: TableColumn): boolean {
  return !nullable && type.kind !== "json";
}

/** The primary key has to start the sorting key. */
function checkOrder(
  order: readonly string[],
  table: Table,
  { dialect, optionSpan }: TableContext,
): readonly Diagnostic[] {
  const key = table.primaryKey?.columns ?? [];
  if (key.every((column, place) => order[place] === column)) return [];
  const expected = `a list that starts with the primary key: ${key.join(", ")}`;
  return [
    diagnose("MXC3051", { option: `orderBy of ${dialect.title}`, expected }, optionSpan("orderBy") ?? table.source),
  ];
}

function printEngine(table: Table, order: readonly string[], context: TableContext): readonly string[] {
  const { dialect, options } = context;
  const key = table.primaryKey?.columns ?? [];
  const isPrefix = key.length > 0 && key.length < order.length;
  return [
    `ENGINE = ${engineName(context)}`,
    clause("PARTITION BY", "partitionBy", context),
    isPrefix ? `PRIMARY KEY ${quoteColumns(dialect, key)}` : "",
    `ORDER BY ${order.length === 0 ? "tuple()" : quoteColumns(dialect, order)}`,
    clause("TTL", "ttl", context),
    isRecord(options.settings) ? printSettings(options.settings, context) : "",
  ].filter((line) => line !== "");
}

/** MergeTree keeps every row: Metaxy picks the newest itself. */
function engineName(context: TableContext): string {
  const { target, fragment, sqlOption } = context;
  const sql = sqlOption("engine");
  const asked = sql === null ? null : fragment(sql);
  const engine = asked ?? "MergeTree";
  const replicates = typeof target.cluster === "string" && /MergeTree/.test(engine) && !engine.startsWith("Replicated");
  return replicates ? `Replicated${engine}` : engine;
}

function clause(words: string, option: string, { fragment, sqlOption }: TableContext): string {
  const sql = sqlOption(option);
  const printed = sql === null ? null : fragment(sql);
  return printed === null ? "" : `${words} ${printed}`;
}

function printSettings(settings: Readonly<Record<string, unknown>>, { dialect }: TableContext): string {
  const items = Object.entries(settings)
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
      const method = type === null ? "minmax" : fragment(type);
      if (expression === null || method === null) return [];
      return [{ name, expression, method, granularity: typeof granularity === "number" ? granularity : 1, source }];
    });
}

/** On a cluster every server makes the table; a Distributed one over them takes its name if asked for. */
function placeOnCluster(table: Table, context: TableContext): Pick<TableClauses, "name" | "afterName" | "further"> {
  const { dialect, target, fragment } = context;
  if (typeof target.cluster !== "string") return noClauses;
  const onCluster = ` ON CLUSTER ${dialect.quoteIdentifier(target.cluster)}`;
  if (target.distributed !== true) return { name: null, afterName: onCluster, further: [] };
  const local = `${table.name}_local`;
  const shard = typeof target.sharding_key === "string" ? fragment({ value: target.sharding_key, span: null }) : null;
  const database = table.schema === null ? "currentDatabase()" : dialect.quoteString(table.schema);
  const parts = [dialect.quoteString(target.cluster), database, dialect.quoteString(local), shard ?? "rand()"];
  const sql = [
    `${quoteTable(dialect, table.schema, table.name)}${onCluster} AS ${quoteTable(dialect, table.schema, local)}`,
    `ENGINE = Distributed(${parts.join(", ")})`,
  ].join("\n");
  return { name: local, afterName: onCluster, further: [{ name: table.name, sql }] };
}
