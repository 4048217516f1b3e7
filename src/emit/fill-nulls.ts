// Null where an engine has none, in a default: lists and maps that it cannot tell from empty ones are written as empty, as
// rows with null in that place are stored.

import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { StaticEntry, StaticValue } from "../model/value.ts";

/**
 * A value with an empty list or map for each null that stands where a dialect has none. Other kinds have no empty value; a
 * null of theirs stays, and has no literal.
 *
 * @example fillNulls([null, [1]], "a list of lists, or null", clickhouse) // [[], [1]]
 */
export function fillNulls(value: StaticValue, type: ColumnType, dialect: Dialect): StaticValue {
  if (dialect.nullability.nullless.length === 0 || dialect.isDocument(type)) return value;
  switch (value.kind) {
    case "null":
    case "undefined":
      return findEmpty(type, value, dialect) ?? value;
    case "array":
      if (type.kind !== "list") return value;
      return { ...value, items: value.items.map((item) => fillNulls(item, type.element, dialect)) };
    case "object":
      return { ...value, entries: fillEntries(value, type, dialect) };
    default:
      return value;
  }
}

/** Whether null is an empty list or map in the dialect. */
export function isNullless({ kind }: ColumnType, { nullability }: Dialect): boolean {
  return nullability.nullless.includes(kind);
}

/** The first null in a list, where lists hold none; null when there is none. What is filled is none. */
export function findNullItem(value: StaticValue, type: ColumnType, dialect: Dialect): StaticValue | null {
  if (dialect.nullability.inLists || dialect.isDocument(type)) return null;
  for (const [item, place] of partsOf(value, type)) {
    const isItem = type.kind === "list" && (item.kind === "null" || item.kind === "undefined");
    if (isItem && !isNullless(place, dialect)) return item;
    const found = findNullItem(item, place, dialect);
    if (found !== null) return found;
  }
  return null;
}

function partsOf(value: StaticValue, type: ColumnType): readonly (readonly [StaticValue, ColumnType])[] {
  if (value.kind === "array" && type.kind === "list") return value.items.map((item) => [item, type.element] as const);
  if (value.kind !== "object") return [];
  return value.entries.flatMap((entry) => {
    const member = type.kind === "struct" ? type.fields.find(({ name }) => name === entry.key)?.type : undefined;
    const place = type.kind === "map" ? type.value : member;
    return place === undefined ? [] : [[entry.value, place] as const];
  });
}

function findEmpty(type: ColumnType, { span }: StaticValue, dialect: Dialect): StaticValue | null {
  if (!isNullless(type, dialect)) return null;
  if (type.kind === "list" || type.kind === "vector") return { kind: "array", items: [], span };
  return type.kind === "map" ? { kind: "object", entries: [], span } : null;
}

function fillEntries(
  value: StaticValue & { readonly kind: "object" },
  type: ColumnType,
  dialect: Dialect,
): readonly StaticEntry[] {
  if (type.kind === "map") {
    return value.entries.map((entry) => ({ ...entry, value: fillNulls(entry.value, type.value, dialect) }));
  }
  if (type.kind !== "struct") return value.entries;
  const missing: StaticValue = { kind: "undefined", span: value.span };
  return type.fields.map((field) => {
    const entry = value.entries.find(({ key }) => key === field.name);
    const filled = fillNulls(entry?.value ?? missing, field.type, dialect);
    return { key: field.name, keySpan: entry?.keySpan ?? value.span, value: filled };
  });
}
