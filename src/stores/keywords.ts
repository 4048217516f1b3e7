// Words that no table can be called in `DELETE FROM <word> WHERE …`. Every keyword that DuckDB 1.5.6 and PostgreSQL 15 list
// was tried on both.

const BOTH = [
  "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column",
  "concurrently constraint create cross default deferrable desc distinct do else end except false fetch for foreign freeze",
  "from full group having ilike in initially inner intersect into is isnull join lateral leading left like limit natural",
  "not notnull null offset on only or order outer overlaps placing primary references returning right select similar some",
  "symmetric table tablesample then to trailing true union unique using variadic verbose when where window with",
];

const DUCKDB =
  "anti asof at by describe glob lambda pivot pivot_longer pivot_wider positional qualify semi show summarize";

const POSTGRESQL = [
  "current_catalog current_date current_role current_schema current_time current_timestamp current_user grant localtime",
  "localtimestamp session_user user",
];

const words = (...texts: readonly string[]) => new Set(texts.flatMap((text) => text.split(" ")));

export const DUCKDB_KEYWORDS: ReadonlySet<string> = words(...BOTH, DUCKDB, "unpack unpivot");

export const POSTGRESQL_KEYWORDS: ReadonlySet<string> = words(...BOTH, ...POSTGRESQL);
