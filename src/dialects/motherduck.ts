// MotherDuck: DuckDB as a service. Differences are from its manual (motherduck.com/docs), no service was at hand.

import type { Dialect } from "./dialect.ts";
import { duckdb } from "./duckdb.ts";

/** Indexes are accepted and enforced where unique, but queries do not use them. */
export const motherduck: Dialect = {
  ...duckdb,
  name: "motherduck",
  title: "MotherDuck",
  sources: ["https://motherduck.com/docs/sql-reference/", ...duckdb.sources],
  answersTo: ["motherduck", "duckdb"],
};
