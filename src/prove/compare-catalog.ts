// The model against the catalog: one diagnostic per difference. Names, order, nullability, comments and keys are compared
// as they are; types and expressions, which engines rewrite, with the twin's.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Span } from "../model/span.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";
import type { Catalog, CatalogColumn, CatalogIndex, CatalogKey, CatalogTable } from "./catalog.ts";
import { checksOf, type ProvableTable } from "./expectation.ts";

/** A table to compare and how the engine writes its types and expressions. */
export interface Comparison {
  readonly provable: ProvableTable;
  readonly twin: CatalogTable;
}

/** Who compares what, for wording. */
interface Context {
  readonly engine: string;
  readonly dialect: Dialect;
}

/** One thing that may be there or not: how to recognise it, and how to speak of it. */
interface Thing {
  readonly name: string | null;
  /** Equal for equal things, whatever their names. */
  readonly content: string;
  readonly label: string;
  readonly source: Span | null;
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
  const expectedChecks = checksOf(provable).map(({ name }, place): Thing => {
    const content = twin.checkConstraints[place]?.expression ?? "";
    return { name, content, label: `a check (${content}) on '${table.name}'`, source: table.source };
  });
  return [
    ...compareComment(`comment on table '${table.name}'`, table.comment, found.comment, table.source, context),
    ...compareColumns(table, twin, found, context),
    ...comparePrimaryKey(table, found, context),
    ...compareThings(uniquesOf(table, table), uniquesOf(table, found), context),
    ...compareThings(expectedChecks, foundChecksOf(table, found), context),
    ...compareThings(foreignKeysOf(table, table), foreignKeysOf(table, found), context),
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

function compareIndexes(
  table: Table,
  twin: CatalogTable,
  found: CatalogTable,
  context: Context,
): readonly Diagnostic[] {
  const foundByName = new Map(found.indexes.map((index) => [index.name, index]));
  const twinByName = new Map(twin.indexes.map((index) => [index.name, index]));
  const names = table.indexes.map(({ name }) => name);
  return [
    ...table.indexes.flatMap((index) => {
      const counterpart = foundByName.get(index.name);
      const expected = twinByName.get(index.name);
      return counterpart === undefined || expected === undefined
        ? [missing(`index '${index.name}' on '${table.name}'`, index.source, context)]
        : compareIndex(index, expected, counterpart, context);
    }),
    ...found.indexes
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => unexpected(`an index '${name}' on '${table.name}'`, table.source, context)),
  ];
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
    ...compare("uniqueness of", uniqueness(index.unique), uniqueness(found.unique)),
    ...compare("method of", index.using?.toLowerCase() ?? twin.using ?? "none", found.using ?? "none"),
    ...compare("condition of", index.where === null ? "none" : (twin.where ?? index.where), found.where ?? "none"),
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
function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function comparePrimaryKey(table: Table, found: CatalogTable, context: Context): readonly Diagnostic[] {
  const { primaryKey: expected, source } = table;
  // A name counts only where both sides have one.
  const withNames = (expected?.name ?? null) !== null && (found.primaryKey?.name ?? null) !== null;
  const describe = (key: CatalogKey | null) =>
    key === null ? "none" : `${named(withNames ? key.name : null)}(${key.columns.join(", ")})`;
  const what = `primary key of '${table.name}'`;
  return compareTexts(what, describe(expected), describe(found.primaryKey), expected?.source ?? source, context);
}

/** What both a model and a catalog say about keys. */
type KeyHolder = Pick<Table | CatalogTable, "uniqueConstraints" | "foreignKeys">;

function uniquesOf(table: Table, { uniqueConstraints }: KeyHolder): readonly Thing[] {
  return uniqueConstraints.map(({ name, columns }) => {
    const content = columns.join(", ");
    const label = `a unique constraint ${named(name)}(${content}) on '${table.name}'`;
    return { name, content, label, source: table.source };
  });
}

function foundChecksOf(table: Table, { checkConstraints }: CatalogTable): readonly Thing[] {
  return checkConstraints.map(({ name, expression }) => {
    const label = `a check ${named(name)}(${expression}) on '${table.name}'`;
    return { name, content: expression, label, source: table.source };
  });
}

function foreignKeysOf(table: Table, { foreignKeys }: KeyHolder): readonly Thing[] {
  return foreignKeys.map((key) => {
    const target = `${key.referredSchema === null ? "" : `${key.referredSchema}.`}${key.referredTable}`;
    const actions = `ON DELETE ${key.onDelete ?? "NO ACTION"} ON UPDATE ${key.onUpdate ?? "NO ACTION"}`;
    const content = `(${key.columns.join(", ")}) to ${target} (${key.referredColumns.join(", ")}) ${actions}`;
    return {
      name: key.name,
      content,
      label: `a foreign key ${named(key.name)}${content} on '${table.name}'`,
      source: table.source,
    };
  });
}

function named(name: string | null): string {
  return name === null ? "" : `'${name}' `;
}

/** Pairs things of equal content whose names do not contradict each other; what stays alone is a difference. */
function compareThings(expected: readonly Thing[], found: readonly Thing[], context: Context): readonly Diagnostic[] {
  const rest = [...found];
  const differences: Diagnostic[] = [];
  for (const thing of expected) {
    const place = rest.findIndex(
      ({ name, content }) => content === thing.content && (name === null || thing.name === null || name === thing.name),
    );
    if (place === -1) differences.push(missing(thing.label, thing.source, context));
    else rest.splice(place, 1);
  }
  return [...differences, ...rest.map(({ label, source }) => unexpected(label, source, context))];
}

function compareTexts(
  what: string,
  expected: string,
  found: string,
  source: Span | null,
  { engine }: Context,
): readonly Diagnostic[] {
  return expected === found ? [] : [diagnose("MXC3912", { what, engine, expected, found }, source)];
}

function missing(what: string, source: Span | null, { engine }: Context): Diagnostic {
  return diagnose("MXC3910", { what, engine }, source);
}

function unexpected(what: string, source: Span | null, { engine }: Context): Diagnostic {
  return diagnose("MXC3911", { what, engine }, source);
}

function idOf({ schema, name }: { readonly schema: string | null; readonly name: string }): string {
  return JSON.stringify([schema, name]);
}
