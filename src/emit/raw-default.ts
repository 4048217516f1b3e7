// Default values of columns whose type the author wrote as SQL. The name of the type tells what it holds, and the value is
// written as that; what such a type takes no literal of is left to `defaultSql`.

import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { StaticValue } from "../model/value.ts";
import { writeJson } from "./literal.ts";
import { decimalDigits, type Misfit } from "./misfit.ts";

/** What a type holds, as far as its name says. */
type Holding = "booleans" | "integers" | "decimals" | "floats" | "texts" | "documents" | "lists" | "something else";

/** Names of types as DuckDB 1.5, PostgreSQL 15, SQLite 3.54, ClickHouse 26.7, MySQL 9.7, MariaDB 10.11 and BigQuery have them. */
const NAMES: readonly (readonly [Holding, RegExp])[] = [
  ["lists", /\[\d*\]$|^ARRAY\b/i],
  ["booleans", /^BOOL(EAN)?$/i],
  [
    "integers",
    /^(TINY|SMALL|MEDIUM|BIG|HUGE|BYTE|U\w*)?INT(EGER)?\d*( (UNSIGNED|SIGNED))?$|^U?INT\d+$|^U(TINY|SMALL|BIG|HUGE)INT(EGER)?$/i,
  ],
  ["decimals", /^(BIG)?(DECIMAL|DEC|NUMERIC)(\d+)?( UNSIGNED)?$/i],
  ["floats", /^(FLOAT|REAL|DOUBLE)\d*( PRECISION)?$|^FLOAT(32|64)$/i],
  ["documents", /^JSONB?$/i],
  ["texts", /^(TINY|MEDIUM|LONG|CI)?TEXT$|^(N?VAR|N|BP)?CHAR(ACTER)?( VARYING)?$|^STRING$|^FIXEDSTRING$|^CLOB$/i],
];

function holdingOf(sqlType: string): Holding {
  // ClickHouse: what may be null, or is stored as numbers of its values, is what stands inside.
  const wrapped = /^(?:Nullable|LowCardinality)\((.*)\)$/s.exec(sqlType.trim());
  if (wrapped !== null) return holdingOf(wrapped[1] ?? "");
  const name = sqlType.trim().replace(/\s+(CHARACTER SET|COLLATE)\b.*$/i, "");
  if (/\[\d*\]$|^ARRAY\b/i.test(name)) return "lists";
  const bare = name.replace(/\s*\([^()]*\)\s*/, " ").trim();
  return NAMES.find(([, pattern]) => pattern.test(bare))?.[0] ?? "something else";
}

/**
 * A value as a literal that a type takes, or what it takes instead. Null where neither the type's name nor the value says how
 * it is written, so that the column's own type decides.
 *
 * @example printRawDefault(true, "SMALLINT", dialects.postgresql) // { sql: "1" }
 */
export function printRawDefault(
  value: StaticValue,
  sqlType: string,
  dialect: Dialect,
): { readonly sql: string } | { readonly misfit: Misfit } | null {
  const holding = holdingOf(sqlType);
  const refuse = (found: string) => ({
    misfit: { expected: `a value that ${sqlType} takes`, found, span: value.span },
  });
  switch (value.kind) {
    case "null":
    case "undefined":
      return { sql: "NULL" };
    case "boolean":
      return printBoolean(value.value, holding, dialect) ?? refuse(String(value.value));
    case "number":
    case "bigint":
      return printNumber(value, holding, dialect) ?? refuse(String(value.value));
    case "string":
      return printText(value.value, holding, dialect) ?? refuse(JSON.stringify(value.value));
    case "array":
    case "object": {
      if (holding === "lists" || holding === "something else") return null;
      const json = holding === "documents" || holding === "texts" ? writeJson(value) : null;
      if (json === null) return refuse(value.kind === "array" ? "an array" : "an object");
      return holding === "documents" ? document(json, dialect) : quoted(json, dialect);
    }
    default:
      return refuse("something else");
  }
}

type Printed = { readonly sql: string } | null;

function quoted(text: string, dialect: Dialect): { readonly sql: string } {
  return { sql: dialect.quoteString(text) };
}

function document(json: string, dialect: Dialect): { readonly sql: string } {
  return { sql: dialect.literals.typed(dialect.quoteString(json), "json") };
}

function printBoolean(value: boolean, holding: Holding, dialect: Dialect): Printed {
  switch (holding) {
    case "booleans":
      return { sql: value ? dialect.literals.true : dialect.literals.false };
    case "integers":
    case "decimals":
      return { sql: value ? "1" : "0" };
    case "texts":
      return quoted(String(value), dialect);
    case "documents":
      return document(String(value), dialect);
    default:
      return null;
  }
}

const DECIMAL: ColumnType = { kind: "decimal", precision: 38, scale: 9 };

function printNumber(
  value: StaticValue & { readonly kind: "number" | "bigint" },
  holding: Holding,
  dialect: Dialect,
): Printed {
  const hasDigits = value.kind === "bigint" || Number.isFinite(value.value);
  const digits = decimalDigits(value);
  switch (holding) {
    case "booleans":
    case "lists":
      return null;
    case "integers":
      return digits === null || digits.includes(".") ? null : { sql: digits };
    case "decimals":
      return digits === null ? null : { sql: dialect.literals.number(digits, DECIMAL) };
    case "texts":
      return hasDigits ? quoted(String(value.value), dialect) : null;
    case "documents":
      return hasDigits ? document(String(value.value), dialect) : null;
    default:
      return hasDigits ? { sql: String(value.value) } : null;
  }
}

function printText(text: string, holding: Holding, dialect: Dialect): Printed {
  switch (holding) {
    case "booleans":
    case "lists":
      return null;
    case "integers":
      return /^[+-]?\d+$/.test(text) ? quoted(text, dialect) : null;
    case "decimals":
    case "floats":
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? quoted(text, dialect) : null;
    case "documents":
      return document(isJson(text) ? text : JSON.stringify(text), dialect);
    default:
      return quoted(text, dialect);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
