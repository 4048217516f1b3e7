// How SQLAlchemy 2.0 shortens the names its conventions make. Only `compat = "sqlmodel"` does this, and Metaxy's own tables,
// whose names nobody can choose; every other name over the limit is an error instead.

import { createHash } from "node:crypto";
import { measureName } from "./name-rules.ts";

/**
 * A name over the limit is cut eight units early and gets four digits of its MD5, so that names that differ stay different.
 * Whole characters are kept. SQLAlchemy counts code points.
 *
 * @example shortenName(`ix_${"t".repeat(50)}_${"c".repeat(30)}`, 63, "characters") // "ix_ttt…tt_c_2c8f", 60 characters
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
