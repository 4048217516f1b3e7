// The dialects that options can be given for.

const DIALECTS = [
  "duckdb",
  "motherduck",
  "ducklake",
  "postgresql",
  "sqlite",
  "clickhouse",
  "bigquery",
  "mysql",
  "mariadb",
] as const;

/** A dialect of SQL. */
export type DialectName = (typeof DIALECTS)[number];

/** Every dialect, for checks and suggestions. */
export const dialectNames: readonly DialectName[] = DIALECTS;
