// Default values as SQL. The value fits its type (misfit.ts); here it only gets the dialect's spelling.

import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { StaticEntry, StaticValue } from "../model/value.ts";
import { isNullless } from "./fill-nulls.ts";
import { decimalDigits, keyValue, toInteger } from "./misfit.ts";
import { splitTimestamp } from "./moments.ts";

/** How a literal's parts get their SQL types: the same function that spells the column. */
export type Spell = (type: ColumnType, nullable: boolean) => string;

/**
 * A value as an SQL literal of the type, or null where the dialect has none (NaN in MySQL, a vector as a blob).
 *
 * @example printLiteral(true, { kind: "boolean" }, sqlite, spell) // TRUE
 */
export function printLiteral(value: StaticValue, type: ColumnType, dialect: Dialect, spell: Spell): string | null {
  if (type.kind === "json" || dialect.isDocument(type)) {
    const json = writeJson(value);
    return json === null ? null : dialect.literals.typed(dialect.quoteString(json), "json");
  }
  switch (value.kind) {
    case "null":
    case "undefined":
      return isNullless(type, dialect) ? null : "NULL";
    case "boolean":
      return value.value ? dialect.literals.true : dialect.literals.false;
    case "number":
    case "bigint":
      return printNumber(value, type, dialect);
    case "string":
      return printText(value.value, type, dialect, value);
    case "array":
      return printArray(value.items, type, dialect, spell);
    case "object":
      return printObject(value, type, dialect, spell);
    default:
      return null;
  }
}

function printNumber(
  value: StaticValue & { readonly kind: "number" | "bigint" },
  type: ColumnType,
  dialect: Dialect,
): string | null {
  const { number, special } = dialect.literals;
  if (value.kind === "number" && !Number.isFinite(value.value)) return special?.(String(value.value)) ?? null;
  const digits =
    type.kind === "float32" || type.kind === "float64"
      ? String(value.value)
      : (toInteger(value) ?? decimalDigits(value));
  return digits === null ? null : number(String(digits), type);
}

function printText(text: string, type: ColumnType, dialect: Dialect, value: StaticValue): string | null {
  const { literals, quoteString } = dialect;
  switch (type.kind) {
    case "decimal":
      return literals.number(decimalDigits(value) ?? "0", type);
    case "timestamp":
    case "timestamptz":
      return literals.typed(quoteString(writeTimestamp(text, literals.keepsZones)), type.kind);
    case "string":
    case "text":
    case "varchar":
    case "enum":
      return quoteString(text);
    default:
      return literals.typed(quoteString(text), type.kind);
  }
}

/** One blank between date and time; where zones are not kept the value is in UTC already (see {@link needsUtc}). */
function writeTimestamp(text: string, keepsZones: boolean): string {
  const parts = splitTimestamp(text);
  return parts === null ? text : `${parts.date} ${parts.time}${keepsZones ? (parts.zone ?? "") : ""}`;
}

/** Whether a value names a zone other than UTC. */
export function isOutsideUtc(value: StaticValue): boolean {
  if (value.kind !== "string") return false;
  const zone = splitTimestamp(value.value)?.zone ?? null;
  return zone !== null && !/^[+-]00:00$/.test(zone);
}

function printArray(items: readonly StaticValue[], type: ColumnType, dialect: Dialect, spell: Spell): string | null {
  const { literals } = dialect;
  const numbers = items.flatMap((item) => (item.kind === "number" ? [item.value] : []));
  if (type.kind === "binary") return dialect.quoteBytes(numbers);
  if (type.kind === "vector") return literals.vector?.(numbers, spell(type, false)) ?? null;
  if (type.kind !== "list") return null;
  const printed = all(items.map((item) => printLiteral(item, type.element, dialect, spell)));
  return printed && (literals.list?.(printed, spell(type, false)) ?? null);
}

function printObject(
  value: StaticValue & { readonly kind: "object" },
  type: ColumnType,
  dialect: Dialect,
  spell: Spell,
): string | null {
  if (type.kind === "map") return printMap(value.entries, type, dialect, spell);
  if (type.kind !== "struct" || dialect.literals.struct === null) return null;
  const members = type.fields.map((field): readonly [string, string | null] => {
    const entry = value.entries.find(({ key }) => key === field.name);
    return [field.name, entry === undefined ? "NULL" : printLiteral(entry.value, field.type, dialect, spell)];
  });
  const printed = allPairs(members);
  return printed && dialect.literals.struct(printed, spell(type, false));
}

function printMap(
  entries: readonly StaticEntry[],
  type: ColumnType & { readonly kind: "map" },
  dialect: Dialect,
  spell: Spell,
): string | null {
  if (dialect.literals.map === null) return null;
  const pairs = entries.map(({ key, keySpan, value }): readonly [string, string | null] => [
    printLiteral(keyValue(key, keySpan, type.key), type.key, dialect, spell) ?? "NULL",
    printLiteral(value, type.value, dialect, spell),
  ]);
  const printed = allPairs(pairs);
  return printed && dialect.literals.map(printed, spell(type, false));
}

function allPairs(pairs: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] | null {
  const printed = pairs.flatMap(([left, right]): readonly (readonly [string, string])[] =>
    right === null ? [] : [[left, right]],
  );
  return printed.length === pairs.length ? printed : null;
}

function all(texts: readonly (string | null)[]): readonly string[] | null {
  const printed = texts.filter((text) => text !== null);
  return printed.length === texts.length ? printed : null;
}

/** A value as JSON: keys in the order written, whole numbers of any size; null for what JSON has not, such as NaN. */
export function writeJson(value: StaticValue): string | null {
  switch (value.kind) {
    case "null":
    case "boolean":
    case "bigint":
      return String(value.kind === "null" ? null : value.value);
    case "number":
      return Number.isFinite(value.value) ? String(value.value) : null;
    case "string":
      return JSON.stringify(value.value);
    case "array": {
      const items = all(value.items.map(writeJson));
      return items && `[${items.join(", ")}]`;
    }
    case "object": {
      const members = allPairs(value.entries.map((entry) => [JSON.stringify(entry.key), writeJson(entry.value)]));
      return members && `{${members.map(([key, text]) => `${key}: ${text}`).join(", ")}}`;
    }
    default:
      return null;
  }
}
