// Whether a default value fits the type of its column, whatever the dialect. The first part that does not is reported
// where it is written.

import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { Span } from "../model/span.ts";
import type { StaticValue } from "../model/value.ts";
import { isDate, isTime, splitTimestamp } from "./moments.ts";

/** A value that is not of its type: what the type holds, as a noun for people, and where the value stands. */
export interface Misfit {
  readonly expected: string;
  readonly found: string;
  readonly span: Span;
}

/** The first part of `value` that a column of `type` cannot hold, or null. `undefined` is taken for NULL. */
export function findMisfit(value: StaticValue, type: ColumnType, nullable: boolean): Misfit | null {
  if (value.kind === "null" || value.kind === "undefined") {
    return nullable || type.kind === "json" ? null : misfit(value, "a value other than null");
  }
  return findInside[type.kind](value, type);
}

type Finder = (value: StaticValue, type: ColumnType) => Misfit | null;

const findInside: Readonly<Record<ColumnKind, Finder>> = {
  string: textLike("a string", () => true),
  text: textLike("a string", () => true),
  boolean: (value) => (value.kind === "boolean" ? null : misfit(value, "true or false")),
  int8: integer(-(2n ** 7n), 2n ** 7n - 1n),
  int16: integer(-(2n ** 15n), 2n ** 15n - 1n),
  int32: integer(-(2n ** 31n), 2n ** 31n - 1n),
  int64: integer(-(2n ** 63n), 2n ** 63n - 1n),
  uint8: integer(0n, 2n ** 8n - 1n),
  uint16: integer(0n, 2n ** 16n - 1n),
  uint32: integer(0n, 2n ** 32n - 1n),
  uint64: integer(0n, 2n ** 64n - 1n),
  float32: (value) =>
    value.kind !== "number" ? misfit(value, "a number") : fits32(value.value) ? null : misfit(value, "a 32-bit float"),
  float64: (value) => (value.kind === "number" ? null : misfit(value, "a number")),
  date: textLike('a date such as "2024-01-31"', isDate),
  time: textLike('a time such as "12:30:00"', isTime),
  timestamp: textLike('a date and time without a zone such as "2024-01-31 12:30:00"', (text) => {
    const parts = splitTimestamp(text);
    return parts !== null && parts.zone === null;
  }),
  timestamptz: textLike('a date and time with a zone such as "2024-01-31T12:30:00Z"', (text) => {
    const parts = splitTimestamp(text);
    return parts !== null && parts.zone !== null;
  }),
  interval: (value) => misfit(value, "SQL in defaultSql, since dialects write intervals differently"),
  uuid: textLike("a UUID", (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)),
  json: findOutsideJson,
  binary: (value) => {
    const isByte = (item: StaticValue) =>
      item.kind === "number" && Number.isInteger(item.value) && item.value >= 0 && item.value < 256;
    return value.kind === "array" && value.items.every(isByte) ? null : misfit(value, "an array of bytes, 0 to 255");
  },
  geography: (value) => misfit(value, "SQL in defaultSql, since dialects write shapes differently"),
  varchar: ofKind("varchar", (value, { length }) =>
    value.kind === "string" && [...value.value].length <= length
      ? null
      : misfit(value, `a string of at most ${length} characters`),
  ),
  decimal: ofKind("decimal", findDecimalMisfit),
  enum: ofKind("enum", (value, { labels }) =>
    value.kind === "string" && labels.includes(value.value)
      ? null
      : misfit(value, `one of ${labels.map(quote).join(", ")}`),
  ),
  list: ofKind("list", (value, { element, nullable }) =>
    value.kind === "array"
      ? first(value.items, (item) => findMisfit(item, element, nullable))
      : misfit(value, "an array"),
  ),
  map: ofKind("map", (value, type) =>
    value.kind === "object"
      ? first(
          value.entries,
          (entry) =>
            findMisfit(keyValue(entry.key, entry.keySpan, type.key), type.key, false) ??
            findMisfit(entry.value, type.value, type.nullable),
        )
      : misfit(value, "an object"),
  ),
  struct: ofKind("struct", (value, type) => {
    if (value.kind !== "object") return misfit(value, "an object");
    const fields = new Map(type.fields.map((field) => [field.name, field]));
    const stranger = value.entries.find((entry) => !fields.has(entry.key));
    if (stranger !== undefined)
      return {
        expected: `only ${[...fields.keys()].map(quote).join(", ")}`,
        found: quote(stranger.key),
        span: stranger.keySpan,
      };
    return first(type.fields, (field) => {
      const entry = value.entries.find(({ key }) => key === field.name);
      if (entry !== undefined) return findMisfit(entry.value, field.type, field.nullable);
      return field.nullable ? null : misfit(value, `an object with ${quote(field.name)}`);
    });
  }),
  vector: ofKind("vector", (value, { dimensions }) => {
    const isNumber = (item: StaticValue) => item.kind === "number" && Number.isFinite(item.value);
    const fits = value.kind === "array" && value.items.length === dimensions && value.items.every(isNumber);
    return fits ? null : misfit(value, `an array of ${dimensions} numbers`);
  }),
};

function misfit(value: StaticValue, expected: string): Misfit {
  return { expected, found: describeValue(value), span: value.span };
}

function ofKind<K extends ColumnKind>(
  kind: K,
  find: (value: StaticValue, type: Extract<ColumnType, { readonly kind: K }>) => Misfit | null,
): Finder {
  return (value, type) => (type.kind === kind ? find(value, type as Extract<ColumnType, { readonly kind: K }>) : null);
}

function textLike(expected: string, fits: (text: string) => boolean): Finder {
  return (value) => (value.kind === "string" && fits(value.value) ? null : misfit(value, expected));
}

function integer(least: bigint, most: bigint): Finder {
  return (value) => {
    const number = toInteger(value);
    return number !== null && number >= least && number <= most
      ? null
      : misfit(value, `a whole number from ${least} to ${most}`);
  };
}

/** The integer a value is, or null. Numbers past 2^53 have lost digits before they got here. */
export function toInteger(value: StaticValue): bigint | null {
  if (value.kind === "bigint") return BigInt(value.value);
  return value.kind === "number" && Number.isSafeInteger(value.value) ? BigInt(value.value) : null;
}

function fits32(value: number): boolean {
  return !Number.isFinite(value) || Number.isFinite(Math.fround(value));
}

function findDecimalMisfit(
  value: StaticValue,
  { precision, scale }: { readonly precision: number; readonly scale: number },
): Misfit | null {
  const digits = decimalDigits(value);
  const [whole = "", fraction = ""] = (digits ?? "").replace(/^-?0*/, "").split(".");
  const fits = digits !== null && whole.length <= precision - scale && fraction.replace(/0+$/, "").length <= scale;
  const expected = `a decimal with at most ${precision - scale} digits before the point and ${scale} after it`;
  return fits ? null : misfit(value, expected);
}

/** The most places by which an exponent may move the point: no dialect has more digits. */
const MAX_EXPONENT = 1000;

/**
 * The digits of a decimal given as number, bigint or string, without exponent; null when it is not one.
 *
 * @example decimalDigits(1.5e-7) // "0.00000015"
 */
export function decimalDigits(value: StaticValue): string | null {
  if (value.kind === "bigint") return value.value;
  const text = value.kind === "number" ? String(value.value) : value.kind === "string" ? value.value : "";
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [, sign = "", whole, part = "", exponent = "0"] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const places = Number(exponent);
  if (whole === undefined || Math.abs(places) > MAX_EXPONENT) return null;
  const digits = (places < 0 ? "0".repeat(-places) : "") + whole + part + "0".repeat(Math.max(places, 0));
  const point = Math.max(-places, 0) + whole.length + places;
  const [before, after] = [digits.slice(0, point), digits.slice(point).replace(/0+$/, "")];
  return `${sign === "-" ? "-" : ""}${before.replace(/^0+(?=\d)/, "")}${after === "" ? "" : `.${after}`}`;
}

function findOutsideJson(value: StaticValue): Misfit | null {
  switch (value.kind) {
    case "array":
      return first(value.items, findOutsideJson);
    case "object":
      return first(value.entries, (entry) => findOutsideJson(entry.value));
    case "number":
      return Number.isFinite(value.value) ? null : misfit(value, "a JSON value");
    case "class":
    case "dsl":
    case "all-fields":
    case "undefined":
      return misfit(value, "a JSON value");
    default:
      return null;
  }
}

/** A key of an object as the value that a map's key type holds: digits stand for numbers. */
export function keyValue(key: string, span: Span, type: ColumnType): StaticValue {
  const isNumber = /^u?int/.test(type.kind) && /^-?\d+$/.test(key);
  return isNumber ? { kind: "bigint", value: key, span } : { kind: "string", value: key, span };
}

/** A value as a diagnostic names it. */
function describeValue(value: StaticValue): string {
  switch (value.kind) {
    case "string":
      return `the string ${quote(value.value.length > 40 ? `${value.value.slice(0, 40)}…` : value.value)}`;
    case "number":
    case "bigint":
      return `the number ${value.value}`;
    case "boolean":
      return String(value.value);
    case "array":
      return `an array of ${value.items.length}`;
    case "object":
      return "an object";
    case "null":
    case "undefined":
      return value.kind;
    default:
      return "a value that SQL cannot hold";
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function first<T>(items: readonly T[], find: (item: T) => Misfit | null): Misfit | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
