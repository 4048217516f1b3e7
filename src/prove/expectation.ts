// What the engine should have after the SQL ran: the model, less what the dialect does not express at all.
// Leaving something out is reported when the SQL is printed, so a proof does not say it again.

import { quoteTable } from "../dialects/clauses.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ReferentialAction } from "../model/feature.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";

/** A table together with the spelled type of each of its columns, in order. */
export interface TypedTable {
  readonly table: Table;
  readonly columnTypes: readonly string[];
}

/** What to look for in the catalog. */
export interface Expectation extends TypedTable {
  /** With the checks that a column's type brings along. */
  readonly checks: readonly ExpectedCheck[];
}

/** A check constraint; `name` is null where the engine chooses one. */
export interface ExpectedCheck {
  readonly name: string | null;
  readonly expression: string;
}

/** Reduces a table to what the dialect expresses. */
export function expectTable({ table, columnTypes }: TypedTable, dialect: Dialect): Expectation {
  const { constraints, indexes } = dialect;
  const keep = <T>(support: string, items: readonly T[]) => (support === "absent" ? [] : items);
  const expected: Table = {
    ...table,
    primaryKey: constraints.primaryKey === "absent" ? null : table.primaryKey,
    uniqueConstraints: keep(constraints.unique, table.uniqueConstraints),
    checkConstraints: keep(constraints.check, table.checkConstraints),
    foreignKeys: keep(constraints.foreignKey, table.foreignKeys).map((key) => ({
      ...key,
      onDelete: expectAction(key.onDelete, dialect),
      onUpdate: expectAction(key.onUpdate, dialect),
    })),
    indexes: keep(indexes.style, table.indexes).map((index) => expectIndex(index, dialect)),
  };
  const typeChecks = table.columns.flatMap((column) =>
    dialect
      .checkType(column.type, dialect.quoteIdentifier(column.name))
      .map((expression) => ({ name: null, expression })),
  );
  return {
    table: expected,
    columnTypes,
    checks: [...expected.checkConstraints, ...keep(constraints.check, typeChecks)],
  };
}

function expectAction(action: ReferentialAction | null, { constraints }: Dialect): ReferentialAction | null {
  return action !== null && constraints.referentialActions.includes(action) ? action : null;
}

function expectIndex(index: Index, { indexes }: Dialect): Index {
  return {
    ...index,
    parts: index.parts.map((part) => ({ ...part, descending: part.descending && indexes.descending })),
    where: indexes.partial ? index.where : null,
    include: indexes.include ? index.include : [],
    using: indexes.methods?.length === 0 ? null : index.using,
  };
}

/**
 * Statements for a twin of the table: the same columns, expressions and indexes in the plainest SQL, without keys and
 * comments. Engines rewrite types and expressions; the twin shows how this one writes what the model says.
 */
export function printTwin(
  { table, columnTypes, checks }: Expectation,
  schema: string,
  dialect: Dialect,
): readonly string[] {
  const name = quoteTable(dialect, schema, table.name);
  const columns = table.columns.map((column, place) => printTwinColumn(column, columnTypes[place] ?? "", dialect));
  const lines = [...columns, ...checks.map(printTwinCheck)];
  return [
    `CREATE TABLE ${name} (${lines.join(", ")})`,
    ...table.indexes.map((index) => printTwinIndex(index, name, dialect)),
  ];
}

/** Named, so that the catalog's order by name is the order of the model. */
function printTwinCheck({ expression }: ExpectedCheck, place: number): string {
  return `CONSTRAINT metaxy_check_${String(place).padStart(4, "0")} CHECK (${expression})`;
}

function printTwinColumn(column: TableColumn, type: string, { quoteIdentifier, generated }: Dialect): string {
  const parts = [quoteIdentifier(column.name), type];
  if (column.generated !== null && generated !== null) parts.push(generated.clause(column.generated.sql));
  if (column.default?.kind === "sql") parts.push(`DEFAULT (${column.default.sql})`);
  return parts.join(" ");
}

function printTwinIndex(index: Index, table: string, { quoteIdentifier }: Dialect): string {
  const parts = index.parts.map(({ column, expression, descending }) => {
    const text = column === null ? `(${expression})` : quoteIdentifier(column);
    return descending ? `${text} DESC` : text;
  });
  const using = index.using === null ? "" : ` USING ${index.using}`;
  const include = index.include.length === 0 ? "" : ` INCLUDE (${index.include.map(quoteIdentifier).join(", ")})`;
  const where = index.where === null ? "" : ` WHERE ${index.where}`;
  return `CREATE INDEX ${quoteIdentifier(index.name)} ON ${table}${using} (${parts.join(", ")})${include}${where}`;
}
