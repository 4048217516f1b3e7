// The model against the catalog: one diagnostic per difference. Names, order, nullability, comments and keys are compared
// as they are; types and expressions, which engines rewrite, with the twin's.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../model/span.ts";
import type { Table, TableColumn } from "../model/table.ts";
import type { Catalog, CatalogColumn, CatalogTable } from "./catalog.ts";
import { compareConstraints } from "./compare-constraints.ts";
import { compareIndexes } from "./compare-indexes.ts";
import { type Context, compareTexts, missing, unexpected } from "./difference.ts";
import type { ProvableTable } from "./expectation.ts";

/** A table to compare and how the engine writes its types and expressions. */
export interface Comparison {
  readonly provable: ProvableTable;
  readonly twin: CatalogTable;
}

/** All differences, table by table, and the tables nobody declared. */
export function compareCatalog(
  comparisons: readonly Comparison[],
  catalog: Catalog,
  context: Context,
): readonly Diagnostic[] {
  const found = new Map(catalog.tables.map((table) => [idOf(table), table]));
  const known = new Set(comparisons.map(({ provable }) => idOf(provable.expressed)));
  const declared = comparisons.flatMap((comparison) => {
    const table = comparison.provable.expressed;
    const counterpart = found.get(idOf(table));
    return counterpart === undefined
      ? [missing(`table '${table.name}'`, table.source, context)]
      : compareTable(comparison, counterpart, context);
  });
  const surprises = catalog.tables.filter((table) => !known.has(idOf(table)));
  return [...declared, ...surprises.map(({ name }) => unexpected(`a table '${name}'`, null, context))];
}

function compareTable({ provable, twin }: Comparison, found: CatalogTable, context: Context): readonly Diagnostic[] {
  const table = provable.expressed;
  return [
    ...compareComment(`comment on table '${table.name}'`, table.comment, found.comment, table.source, context),
    ...compareColumns(table, twin, found, context),
    ...compareConstraints(provable, twin, found, context),
    ...compareIndexes(table, twin, found, context),
  ];
}

function compareColumns(
  table: Table,
  twin: CatalogTable,
  found: CatalogTable,
  context: Context,
): readonly Diagnostic[] {
  const foundByName = new Map(found.columns.map((column) => [column.name, column]));
  const twinByName = new Map(twin.columns.map((column) => [column.name, column]));
  const names = table.columns.map(({ name }) => name);
  const surprises = found.columns.filter(({ name }) => !names.includes(name));
  const foundOrder = found.columns.map(({ name }) => name).filter((name) => names.includes(name));
  const expectedOrder = names.filter((name) => foundByName.has(name));
  return [
    ...table.columns.flatMap((column) => {
      const counterpart = foundByName.get(column.name);
      const expected = twinByName.get(column.name);
      return counterpart === undefined || expected === undefined
        ? [missing(`column '${table.name}.${column.name}'`, column.source, context)]
        : compareColumn(`'${table.name}.${column.name}'`, column, expected, counterpart, context);
    }),
    ...surprises.map(({ name }) => unexpected(`a column '${table.name}.${name}'`, table.source, context)),
    ...compareTexts(
      `order of the columns of '${table.name}'`,
      expectedOrder.join(", "),
      foundOrder.join(", "),
      table.source,
      context,
    ),
  ];
}

function compareColumn(
  place: string,
  column: TableColumn,
  twin: CatalogColumn,
  found: CatalogColumn,
  context: Context,
): readonly Diagnostic[] {
  const compare = (what: string, expected: string, actual: string) =>
    compareTexts(`${what} ${place}`, expected, actual, column.source, context);
  const nullability = (nullable: boolean) => (nullable ? "nullable" : "not nullable");
  const numbering = (autoincrement: boolean) => (autoincrement ? "by the engine" : "none");
  return [
    ...compare("type of", twin.type, found.type),
    ...compare("nullability of", nullability(column.nullable), nullability(found.nullable)),
    ...compare("expression of", twin.generated ?? "none", found.generated ?? "none"),
    ...compare("numbering of", numbering(column.autoincrement || twin.autoincrement), numbering(found.autoincrement)),
    // A literal's value is compared by the engine itself, see compare-defaults.ts.
    ...(column.default?.kind === "literal"
      ? []
      : compare("default of", twin.default ?? "none", found.default ?? "none")),
    ...compareComment(`comment on column ${place}`, column.comment, found.comment, column.source, context),
  ];
}

function compareComment(
  what: string,
  expected: string | null,
  found: string | null,
  source: Span | null,
  context: Context,
): readonly Diagnostic[] {
  // Where comments are lines of the script, the engine never sees them.
  if (context.dialect.comments.style === "line") return [];
  return compareTexts(what, JSON.stringify(expected ?? ""), JSON.stringify(found ?? ""), source, context);
}

function idOf({ schema, name }: { readonly schema: string | null; readonly name: string }): string {
  return JSON.stringify([schema, name]);
}
