// What follows BigQuery's column list: partitions, clusters, options.

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind } from "../model/column-type.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { findColumn, noClauses } from "./clauses.ts";
import type { TableClauses, TableContext } from "./dialect.ts";
import { indexesInLayout, layoutColumns } from "./layout.ts";
import { isRecord } from "./options.ts";

/** Most columns of CLUSTER BY. */
const MAX_CLUSTER = 4;

/** Kinds that cannot be clustered by: floats, times, bytes and everything nested. */
const UNCLUSTERABLE: readonly ColumnKind[] = [
  "float32",
  "float64",
  "time",
  "interval",
  "json",
  "binary",
  "list",
  "map",
  "struct",
  "vector",
];

/** PARTITION BY as asked for, CLUSTER BY as asked for or by the key, OPTIONS with the description. */
export function bigqueryClauses(table: Table, context: TableContext): TableClauses {
  const { dialect, options, fragment, sqlOption } = context;
  const asked = Array.isArray(options.clusterBy) ? options.clusterBy.map(String) : null;
  const cluster = asked ?? layoutColumns(table, isClusterable).slice(0, MAX_CLUSTER);
  const sql = sqlOption("partitionBy");
  const partition = sql === null ? null : fragment(sql);
  const settings = printOptions(table, context);
  return {
    ...noClauses,
    suffix: [
      partition === null ? "" : `PARTITION BY ${partition}`,
      cluster.length === 0 ? "" : `CLUSTER BY ${cluster.map(dialect.quoteIdentifier).join(", ")}`,
      settings.length === 0 ? "" : `OPTIONS (${settings.join(", ")})`,
    ].filter((clause) => clause !== ""),
    indexes: indexesInLayout(table, cluster, MAX_CLUSTER),
    diagnostics: asked === null ? [] : checkCluster(asked, table, context),
  };
}

function printOptions(table: Table, { dialect, options }: TableContext): readonly string[] {
  const { comment } = table;
  const description = comment === null ? [] : [`description = ${dialect.quoteString(comment)}`];
  const others = Object.entries(isRecord(options.options) ? options.options : {})
    .filter(([name]) => /^[a-z_]+$/.test(name) && name !== "description")
    .map(([name, value]) => `${name} = ${typeof value === "string" ? dialect.quoteString(value) : String(value)}`);
  return [...description, ...others];
}

function isClusterable({ type }: TableColumn): boolean {
  return !UNCLUSTERABLE.includes(type.kind);
}

function checkCluster(asked: readonly string[], table: Table, { dialect, optionSpan }: TableContext) {
  const span = optionSpan("clusterBy") ?? table.source;
  const use = "CLUSTER BY";
  const words = { dialect: dialect.title, table: table.name, use, count: asked.length, limit: MAX_CLUSTER };
  const tooMany = asked.length > MAX_CLUSTER ? [diagnose("MXC3028", words, span)] : [];
  const wrong = asked.flatMap((name, place) => {
    const column = findColumn(table, name);
    if (column === null || isClusterable(column)) return [];
    return [
      diagnose(
        "MXC3004",
        { dialect: dialect.title, column: name, type: `a ${column.type.kind}`, use },
        optionSpan("clusterBy", place) ?? span,
      ),
    ];
  });
  return [...tooMany, ...wrong];
}
