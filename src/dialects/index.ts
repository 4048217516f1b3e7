// All dialects by name. Adding one is a file, a line here, and its name in model/project.ts.

import type { DialectName } from "../model/project.ts";
import { bigquery } from "./bigquery.ts";
import { clickhouse } from "./clickhouse.ts";
import type { Dialect } from "./dialect.ts";
import { duckdb } from "./duckdb.ts";
import { ducklake } from "./ducklake.ts";
import { mariadb } from "./mariadb.ts";
import { motherduck } from "./motherduck.ts";
import { mysql } from "./mysql.ts";
import { postgresql } from "./postgresql.ts";
import { sqlite } from "./sqlite.ts";

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb,
  motherduck,
  ducklake,
  postgresql,
  sqlite,
  clickhouse,
  bigquery,
  mysql,
  mariadb,
};
