// What ClickHouse's table engines take and what Metaxy can do with them: system.table_engines of 26.7.2, where every clause and
// every operation was tried.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Table } from "../model/table.ts";
import type { TableContext } from "./dialect.ts";
import { isRecord } from "./options.ts";

/**
 * How an engine keeps rows: `sorted` takes every clause; `keyed` takes a primary key alone, and needs one; `plain` takes none
 * ("Engine Memory doesn't support PARTITION_BY, PRIMARY_KEY, ORDER_BY or SAMPLE_BY clauses", nor TTL, nor skipping indices).
 */
type Keeping = "sorted" | "keyed" | "plain";

/** An engine as it was asked for. */
export interface TableEngine {
  /** As it is printed, with its arguments. */
  readonly sql: string;
  /** `ReplacingMergeTree`. */
  readonly name: string;
  readonly keeping: Keeping;
}

/** `SharedMergeTree` and its kin exist in ClickHouse's cloud only. */
const SORTED =
  /^(Replicated|Shared)?(Replacing|Summing|Aggregating|Collapsing|VersionedCollapsing|Coalescing|Graphite)?MergeTree$/;

const KEYED = ["EmbeddedRocksDB", "KeeperMap", "Redis"];

/** Engines that take SETTINGS. */
const WITH_SETTINGS = [
  ..."AzureBlobStorage AzureQueue COSN DeltaLake Distributed EmbeddedRocksDB Executable ExecutablePool File".split(" "),
  ..."FileLog GCS HDFS Iceberg Join Kafka Log Memory MySQL OSS PostgreSQL S3 S3Queue Set StripeLog TinyLog URL".split(
    " ",
  ),
];

const WITHOUT_SETTINGS =
  "Buffer Dictionary Hudi JDBC KeeperMap MaterializedPostgreSQL Merge MongoDB NATS Null ODBC RabbitMQ Redis SQLite".split(
    " ",
  );

/** What stops working where rows are not kept as Metaxy needs them, by engine and else by how it keeps them. */
const FAULTS: Readonly<Record<string, string>> = {
  Null: "no row is kept",
  Set: "rows cannot be read",
  keyed: "a row takes the place of the one that has its key",
  // "DELETE query is not supported for table", on Memory, Log, TinyLog, StripeLog, Join and Buffer.
  plain: "Metaxy's hard delete fails",
};

/** The engine of a table. MergeTree keeps every row: Metaxy picks the newest itself. */
export function readEngine({ target, fragment, sqlOption }: TableContext): TableEngine {
  const sql = sqlOption("engine");
  const asked = sql === null ? null : fragment(sql, true);
  const given = asked ?? "MergeTree";
  const name = /^\w*/.exec(given)?.[0] ?? "";
  const replicates = typeof target.cluster === "string" && SORTED.test(name) && !/^(Replicated|Shared)/.test(name);
  return { sql: replicates ? `Replicated${given}` : given, name, keeping: keepingOf(name) };
}

function keepingOf(name: string): Keeping {
  if (SORTED.test(name)) return "sorted";
  return KEYED.includes(name) ? "keyed" : "plain";
}

/** What an engine cannot do that the table asks for, and what Metaxy cannot do with it. */
export function checkEngine(
  { name, keeping }: TableEngine,
  table: Table,
  context: TableContext,
): readonly Diagnostic[] {
  const { options, optionSpan, dialect } = context;
  if (keeping === "sorted") return [];
  const span = optionSpan("engine") ?? table.source;
  if (![...KEYED, ...WITH_SETTINGS, ...WITHOUT_SETTINGS].includes(name)) {
    const known = ["MergeTree", "ReplacingMergeTree", ...KEYED, ...WITH_SETTINGS, ...WITHOUT_SETTINGS];
    return [diagnose("MXC3080", { dialect: dialect.title, engine: name, suggestion: didYouMean(name, known) }, span)];
  }
  const sortedOnly = ["orderBy", "partitionBy", "ttl", "indexes"].filter((option) => options[option] !== undefined);
  const refused = [
    ...sortedOnly,
    ...(isRecord(options.settings) && WITHOUT_SETTINGS.includes(name) ? ["settings"] : []),
  ];
  const lacksKey = keeping === "keyed" && table.primaryKey === null;
  const fault = FAULTS[name] ?? FAULTS[keeping];
  return [
    ...refused.map((option) =>
      diagnose("MXC3081", { engine: name, problem: `takes no '${option}'` }, optionSpan(option)),
    ),
    ...(lacksKey
      ? [
          diagnose(
            "MXC3081",
            { engine: name, problem: `needs a primary key, and table '${table.name}' has none` },
            span,
          ),
        ]
      : []),
    ...(fault === undefined || refused.length > 0 || lacksKey
      ? []
      : [diagnose("MXC3083", { table: table.name, engine: name, fault }, span)]),
  ];
}
