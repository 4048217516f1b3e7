// Every dialect, a line each.

export { bigquery } from "./bigquery.ts";
export { clickhouse } from "./clickhouse.ts";
export { duckdb } from "./duckdb.ts";
export { ducklake } from "./ducklake.ts";
export { mariadb } from "./mariadb.ts";
export { motherduck } from "./motherduck.ts";
export { mysql } from "./mysql.ts";
export { postgresql } from "./postgresql.ts";
export { sqlite } from "./sqlite.ts";
