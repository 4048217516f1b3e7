// Written by `npm run generate` from src/dialects/records.ts.

/** The dialects, as `--dialect` takes them. */
export const DIALECT_NAMES = [
  "bigquery",
  "clickhouse",
  "duckdb",
  "ducklake",
  "mariadb",
  "motherduck",
  "mysql",
  "postgresql",
  "sqlite",
] as const;

/** A dialect of SQL. */
export type DialectName = (typeof DIALECT_NAMES)[number];
