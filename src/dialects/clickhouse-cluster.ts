// Tables of a ClickHouse cluster: made on every server, with a Distributed table over them when the store asks for it.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import { findColumn, noClauses, quoteTable } from "./clauses.ts";
import type { TableClauses, TableContext } from "./dialect.ts";

/** What a cluster adds to a table. */
type Placed = Pick<TableClauses, "name" | "afterName" | "further" | "diagnostics">;

/** On a cluster every server makes the table; a Distributed one over them takes its name if asked for. */
export function placeOnCluster(table: Table, context: TableContext): Placed {
  const { dialect, target } = context;
  if (typeof target.cluster !== "string") return noClauses;
  const onCluster = ` ON CLUSTER ${dialect.quoteIdentifier(target.cluster)}`;
  if (target.distributed !== true) return { ...noClauses, afterName: onCluster };
  const local = `${table.name}_local`;
  const shard = chooseShard(table, context);
  const database = table.schema === null ? "currentDatabase()" : dialect.quoteString(table.schema);
  const parts = [dialect.quoteString(target.cluster), database, dialect.quoteString(local), shard.sql];
  const sql = [
    `${quoteTable(dialect, table.schema, table.name)}${onCluster} AS ${quoteTable(dialect, table.schema, local)}`,
    `ENGINE = Distributed(${parts.join(", ")})`,
  ].join("\n");
  return { name: local, afterName: onCluster, further: [{ name: table.name, sql }], diagnostics: shard.diagnostics };
}

/** Where a row goes: by the table's own key, by the store's where the table has its columns, else anywhere. */
interface Shard {
  readonly sql: string;
  readonly diagnostics: readonly Diagnostic[];
}

const ANYWHERE: Shard = { sql: "rand()", diagnostics: [] };

function chooseShard(table: Table, context: TableContext): Shard {
  const { target, fragment, sqlOption } = context;
  const own = sqlOption("shardingKey");
  if (own !== null) {
    const sql = fragment(own, true);
    if (sql === null) return ANYWHERE;
    const problem = findProblem(sql, table, context);
    const diagnostics = problem === null ? [] : [diagnose("MXC3084", { table: table.name, problem }, own.span)];
    return { sql, diagnostics };
  }
  // Metaxy's own tables have none of a feature's columns.
  if (table.kind === "system" || typeof target.sharding_key !== "string") return ANYWHERE;
  const sql = fragment({ value: target.sharding_key, span: null }, true);
  if (sql === null) return ANYWHERE;
  const problem = findProblem(sql, table, context);
  if (problem === null) return { sql, diagnostics: [] };
  return { ...ANYWHERE, diagnostics: [diagnose("MXC3085", { table: table.name, problem }, table.source)] };
}

/** Quoted names, and bare words that make no call. */
const NAME =
  /'(?:[^'\\]|\\.)*'|[`"]((?:[^`"\\]|\\.)+)[`"]|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_]*)(?!\s*\(|[\p{L}\p{N}_])/gu;

/** Words of expressions that are no names. */
const WORDS = new Set(
  "and or not in is null true false case when then else end div mod between like interval".split(" "),
);

/** "Sharding expression has type String, but should be one of integer type". */
const WHOLE = /^(U?Int\d+$|Bool$|Enum(8|16)\(|Date$|DateTime$)/;

/** What is wrong with a sharding key, as a clause for people. */
function findProblem(sql: string, table: Table, { columnTypes, dialect }: TableContext): string | null {
  // Of `CAST(a AS UInt64)` the type is no column.
  const names = [...sql.replaceAll(/\bas\s+\w+/gi, "").matchAll(NAME)]
    .map(([, quoted, bare]) => quoted ?? (bare !== undefined && WORDS.has(bare.toLowerCase()) ? undefined : bare))
    .filter((name) => name !== undefined);
  const stranger = names.find((name) => findColumn(table, name) === null);
  if (stranger !== undefined) return `names '${stranger}', which is no column of`;
  const [only] = names;
  const isBare = only !== undefined && [only, dialect.quoteIdentifier(only)].includes(sql);
  const type = isBare ? (columnTypes[table.columns.findIndex(({ name }) => name === only)] ?? "") : "";
  return isBare && !WHOLE.test(type) ? `has type ${type}, no whole number, in` : null;
}
