// SQL inside a class: conditions, expressions, types.

import { checkOptions, checkText } from "./checks.ts";
import { DIALECT_NAMES, type DialectName } from "./dialect-name.ts";
import { describe, refuse } from "./validation-error.ts";

/**
 * SQL for every dialect, or for each that needs its own.
 *
 * @example "width > 0"
 * @example { postgresql: "tags @> '{new}'", duckdb: "list_contains(tags, 'new')" }
 */
export type Sql = string | Readonly<Partial<Record<DialectName, string>>>;

/** Refuses anything but SQL for at least one dialect. */
export function checkSql(where: string, value: unknown): Sql {
  if (typeof value === "string") return checkText(where, value);
  if (typeof value !== "object" || value === null) {
    return refuse(where, `expected SQL or an object of it by dialect, found ${describe(value)}`);
  }
  checkOptions(where, value, DIALECT_NAMES);
  const given = Object.entries(value).filter(([, sql]) => sql !== undefined);
  if (given.length === 0) refuse(where, "expected SQL for at least one dialect");
  return Object.freeze(
    Object.fromEntries(given.map(([dialect, sql]) => [dialect, checkText(`${where}.${dialect}`, sql)])),
  );
}
