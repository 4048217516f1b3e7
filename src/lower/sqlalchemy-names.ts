// How SQLAlchemy 2.0 shortens the names its conventions make. Only `compat = "sqlmodel"` does this; our own names are never
// cut, a name over the limit is an error instead.

import { createHash } from "node:crypto";
import type { DialectName } from "../model/project.ts";

/**
 * The longest index or constraint name SQLAlchemy's dialect lets through, in characters. It is SQLAlchemy's opinion (DuckDB's
 * dialect inherits PostgreSQL's), not what the engine takes.
 */
const NAME_LIMITS = {
  duckdb: 63,
  motherduck: 63,
  ducklake: 63,
  postgresql: 63,
  sqlite: 9999,
  clickhouse: 127,
  bigquery: 9999,
  mysql: 64,
  mariadb: 64,
} satisfies Record<DialectName, number>;

/**
 * A convention-made name as SQLAlchemy writes it: over the limit, it is cut eight characters early and gets four digits of
 * its MD5. Characters are code points.
 *
 * @example truncateName(`ix_${"t".repeat(50)}_${"c".repeat(30)}`, "postgresql") // "ix_ttt…tt_c_2c8f", 60 characters
 */
export function truncateName(name: string, dialect: DialectName): string {
  const limit = NAME_LIMITS[dialect];
  if (name.length <= limit) return name;
  const characters = [...name];
  if (characters.length <= limit) return name;
  const digest = createHash("md5").update(name, "utf8").digest("hex");
  return `${characters.slice(0, limit - 8).join("")}_${digest.slice(-4)}`;
}
