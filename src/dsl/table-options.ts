// What the last entry of `tableArgs` may say to one dialect alone. SQL is printed as written, after it was checked to be one
// expression; names of columns are names in SQL.

import type { DialectName } from "./dialect-name.ts";

/** Names and plain values. */
type Settings = Readonly<Record<string, string | number | boolean>>;

/** Options for PostgreSQL. */
interface PostgresqlTableOptions {
  /** `RANGE (…)`, `LIST (…)` or `HASH (…)`. Rows need partitions, which are made by whoever loads the data. */
  readonly partitionBy?: string | undefined;
}

/** Options for DuckLake. */
interface DucklakeTableOptions {
  /** Columns, or `year(…)`, `month(…)`, `day(…)`, `hour(…)` and `bucket(n, …)` of one. */
  readonly partitionBy?: readonly string[] | undefined;
}

/** Options for SQLite. */
interface SqliteTableOptions {
  /** Keeps the rows in the primary key. */
  readonly withoutRowid?: boolean | undefined;
}

/** Options for ClickHouse. */
interface ClickhouseTableOptions {
  /** Default `MergeTree`; on a cluster `Replicated` goes before it. */
  readonly engine?: string | undefined;
  /** Whole number by which a Distributed table chooses a server. Default: the store's `sharding_key`, else `rand()`. */
  readonly shardingKey?: string | undefined;
  /** The sorting key. Default: what Metaxy looks rows up by. A primary key is kept where it begins with it. */
  readonly orderBy?: readonly string[] | undefined;
  readonly partitionBy?: string | undefined;
  readonly ttl?: string | undefined;
  readonly settings?: Settings | undefined;
  /** Data-skipping indexes besides those that the table has anyway. */
  readonly indexes?: readonly ClickhouseIndex[] | undefined;
}

/** A data-skipping index. */
interface ClickhouseIndex {
  readonly name: string;
  readonly expression: string;
  /** Default `minmax`. */
  readonly type?: string | undefined;
  /** Default 1. */
  readonly granularity?: number | undefined;
}

/** Options for BigQuery. */
interface BigqueryTableOptions {
  readonly partitionBy?: string | undefined;
  /** At most four. Default: what Metaxy looks rows up by. */
  readonly clusterBy?: readonly string[] | undefined;
  /** `OPTIONS (…)`, besides the description. */
  readonly options?: Settings | undefined;
}

/** Options for MySQL; for MariaDB too, where it has none of its own. */
interface MysqlTableOptions {
  /** Default `InnoDB`. */
  readonly engine?: string | undefined;
  /** Default `utf8mb4`. */
  readonly charset?: string | undefined;
  readonly collate?: string | undefined;
  readonly rowFormat?: string | undefined;
}

/** No options at all. */
type NoTableOptions = Readonly<Record<string, never>>;

interface OptionsByDialect {
  readonly duckdb: NoTableOptions;
  readonly motherduck: NoTableOptions;
  readonly postgresql: PostgresqlTableOptions;
  readonly ducklake: DucklakeTableOptions;
  readonly sqlite: SqliteTableOptions;
  readonly clickhouse: ClickhouseTableOptions;
  readonly bigquery: BigqueryTableOptions;
  readonly mysql: MysqlTableOptions;
  readonly mariadb: MysqlTableOptions;
}

/** Options by dialect. */
export type DialectTableOptions = {
  readonly [D in DialectName]?:
    | (D extends keyof OptionsByDialect ? OptionsByDialect[D] : Readonly<Record<string, unknown>>)
    | undefined;
};
