// Indexes against the catalog, by name.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Index, Table } from "../model/table.ts";
import type { CatalogIndex, CatalogTable } from "./catalog.ts";
import { type Context, compareTexts, missing, unexpected } from "./difference.ts";

/** Compares the indexes of one table. `twin` shows how the engine writes expressions. */
export function compareIndexes(
  table: Table,
  twin: CatalogTable,
  found: CatalogTable,
  context: Context,
): readonly Diagnostic[] {
  const foundByName = new Map(found.indexes.map((index) => [index.name, index]));
  const twinByName = new Map(twin.indexes.map((index) => [index.name, index]));
  const names = table.indexes.map(({ name }) => name);
  const serving = found.uniqueConstraints === null ? undeclaredUniques(table, found.indexes) : [];
  return [
    ...table.indexes.flatMap((index) => {
      const counterpart = foundByName.get(index.name);
      const expected = twinByName.get(index.name);
      return counterpart === undefined || expected === undefined
        ? [missing(`index '${index.name}' on '${table.name}'`, index.source, context)]
        : compareIndex(index, expected, counterpart, context);
    }),
    ...found.indexes
      .filter((index) => !names.includes(index.name) && !serving.includes(index))
      .map(({ name }) => unexpected(`an index '${name}' on '${table.name}'`, table.source, context)),
  ];
}

/** Unique indexes that no index of the table is named like. */
export function undeclaredUniques(table: Table, indexes: readonly CatalogIndex[]): readonly CatalogIndex[] {
  const names = table.indexes.map(({ name }) => name);
  return indexes.filter(({ name, unique }) => unique && !names.includes(name));
}

function compareIndex(index: Index, twin: CatalogIndex, found: CatalogIndex, context: Context): readonly Diagnostic[] {
  const compare = (what: string, expected: string, actual: string) =>
    compareTexts(`${what} index '${index.name}'`, expected, actual, index.source, context);
  const describeParts = (parts: CatalogIndex["parts"]) => parts.map(({ text }) => text).join(", ");
  // The engine's twin would hide a direction that the engine drops, so the model's own is what counts.
  const directions = index.parts.map(({ descending }) => direction(descending)).join(", ");
  const foundDirections = found.parts.map(({ descending }) => direction(descending));
  return [
    ...compare("list of parts of", describeParts(twin.parts), describeParts(found.parts)),
    ...(foundDirections.includes(null) ? [] : compare("direction of", directions, foundDirections.join(", "))),
    ...(found.parts.some(({ nullsFirst }) => nullsFirst === undefined)
      ? []
      : compare(
          "place of null in",
          index.parts.map(({ nulls, descending }) => nulls ?? (descending ? "first" : "last")).join(", "),
          found.parts.map(({ nullsFirst }) => (nullsFirst === true ? "first" : "last")).join(", "),
        )),
    ...compare("uniqueness of", uniqueness(index.unique), uniqueness(found.unique)),
    ...compare("method of", index.using?.toLowerCase() ?? twin.using ?? "none", found.using ?? "none"),
    ...compare(
      "condition of",
      index.where === null ? "none" : (twin.where ?? settledSql(index.where)),
      found.where ?? "none",
    ),
    ...compare(
      "list of included columns of",
      index.include.join(", ") || "none",
      found.include.map(unquote).join(", ") || "none",
    ),
  ];
}

function direction(descending: boolean | null): string | null {
  if (descending === null) return null;
  return descending ? "descending" : "ascending";
}

function uniqueness(unique: boolean): string {
  return unique ? "unique" : "not unique";
}

/** Catalogs quote a name only where they have to. */
export function unquote(name: string): string {
  const quote = /^["`]/.exec(name)?.[0];
  return quote === undefined ? name : name.slice(1, -1).replaceAll(quote + quote, quote);
}
