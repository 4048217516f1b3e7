// Keys, checks and foreign keys against the catalog. They are paired by what they say, because engines choose names.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ReferentialAction } from "../model/feature.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";
import type { CatalogForeignKey, CatalogKey, CatalogTable } from "./catalog.ts";
import { undeclaredUniques, unquote } from "./compare-indexes.ts";
import { type Context, compareTexts, missing, unexpected } from "./difference.ts";
import type { ProvableTable } from "./expectation.ts";

/** One constraint that may be there or not: how to recognise it, and how to speak of it. */
interface Constraint {
  readonly name: string | null;
  /** Equal for equal constraints, whatever their names. */
  readonly content: string;
  readonly label: string;
  readonly source: Span | null;
}

/** Compares the constraints of one table. `twin` shows how the engine writes checks. */
export function compareConstraints(
  provable: ProvableTable,
  twin: CatalogTable,
  found: CatalogTable,
  context: Context,
): readonly Diagnostic[] {
  const table = provable.expressed;
  const expectedChecks = table.checkConstraints.map(({ name, expression }, place): Constraint => {
    const content = twin.checkConstraints[place]?.expression ?? "";
    return { name, content, label: `a check (${content}) on '${table.name}'`, source: expression.span ?? table.source };
  });
  return [
    ...comparePrimaryKey(table, found, context),
    ...pair(uniquesOf(table, table.uniqueConstraints), uniquesOf(table, foundUniques(table, found)), context),
    ...pair(expectedChecks, foundChecksOf(table, found), context),
    ...pair(
      foreignKeysOf(table, table.foreignKeys, context),
      foreignKeysOf(table, found.foreignKeys, context),
      context,
    ),
  ];
}

function comparePrimaryKey(table: Table, found: CatalogTable, context: Context): readonly Diagnostic[] {
  const { primaryKey: expected, source } = table;
  // Where a key only says how rows lie, the engine takes the sorting key for one.
  if (expected === null && context.dialect.constraints.primaryKey === "informational") return [];
  // A name counts only where both sides have one.
  const withNames = (expected?.name ?? null) !== null && (found.primaryKey?.name ?? null) !== null;
  const describe = (key: CatalogKey | null) =>
    key === null ? "none" : `${named(withNames ? key.name : null)}(${key.columns.join(", ")})`;
  const what = `primary key of '${table.name}'`;
  return compareTexts(what, describe(expected), describe(found.primaryKey), expected?.source ?? source, context);
}

/** Where a unique constraint is a unique index, those that are not declared as indexes are constraints. */
function foundUniques(table: Table, { uniqueConstraints, indexes }: CatalogTable): readonly CatalogKey[] {
  return (
    uniqueConstraints ??
    undeclaredUniques(table, indexes).map(({ name, parts }) => ({
      name,
      columns: parts.map(({ text }) => unquote(text)),
    }))
  );
}

function uniquesOf(table: Table, uniques: readonly CatalogKey[]): readonly Constraint[] {
  return uniques.map(({ name, columns }) => {
    const content = columns.join(", ");
    const label = `a unique constraint ${named(name)}(${content}) on '${table.name}'`;
    return { name, content, label, source: table.source };
  });
}

function foundChecksOf(table: Table, { checkConstraints }: CatalogTable): readonly Constraint[] {
  return checkConstraints.map(({ name, expression }) => {
    const label = `a check ${named(name)}(${expression}) on '${table.name}'`;
    return { name, content: expression, label, source: table.source };
  });
}

function foreignKeysOf(
  table: Table,
  foreignKeys: readonly CatalogForeignKey[],
  { dialect }: Context,
): readonly Constraint[] {
  const { restrictIsNoAction } = dialect.constraints;
  const describe = (action: ReferentialAction | null) =>
    action === null || (action === "RESTRICT" && restrictIsNoAction) ? "NO ACTION" : action;
  return foreignKeys.map((key) => {
    const target = `${key.referredSchema === null ? "" : `${key.referredSchema}.`}${key.referredTable}`;
    const actions = `ON DELETE ${describe(key.onDelete)} ON UPDATE ${describe(key.onUpdate)}`;
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

/** Pairs constraints of equal content whose names do not contradict each other; what stays alone is a difference. */
function pair(expected: readonly Constraint[], found: readonly Constraint[], context: Context): readonly Diagnostic[] {
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
