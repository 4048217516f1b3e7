// How SQLAlchemy 2.0 shortens the names its conventions make. Only `compat = "sqlmodel"` does this, and Metaxy's own tables,
// whose names nobody can choose; every other name over the limit is an error instead.

import { createHash } from "node:crypto";
import type { DialectName } from "../model/project.ts";
import { measureName } from "./name-rules.ts";

/**
 * The longest index or constraint name SQLAlchemy's dialect lets through, in characters; 9999 where it says nothing. It is
 * SQLAlchemy's opinion (DuckDB's dialect inherits PostgreSQL's), not what the engine takes.
 */
const NAME_LIMITS: { readonly [D in DialectName]?: number } = {
  duckdb: 63,
  motherduck: 63,
  ducklake: 63,
  postgresql: 63,
  clickhouse: 127,
  mysql: 64,
  mariadb: 64,
};

/**
 * A convention-made name as SQLAlchemy writes it for one of its dialects. Characters are code points.
 *
 * @example truncateName(`ix_${"t".repeat(50)}_${"c".repeat(30)}`, "postgresql") // "ix_ttt…tt_c_2c8f", 60 characters
 */
export function truncateName(name: string, dialect: DialectName): string {
  return shortenName(name, NAME_LIMITS[dialect] ?? 9999, "characters");
}

/**
 * A name over the limit is cut eight units early and gets four digits of its MD5, so that names that differ stay different.
 * Whole characters are kept.
 */
export function shortenName(name: string, limit: number, unit: "bytes" | "characters"): string {
  if (measureName(name, unit) <= limit) return name;
  let kept = "";
  let length = 0;
  for (const character of name) {
    length += measureName(character, unit);
    if (length > limit - 8) break;
    kept += character;
  }
  const digest = createHash("md5").update(name, "utf8").digest("hex");
  return `${kept}_${digest.slice(-4)}`;
}
