// Tables that foreign keys of a script lead to and that the script does not make. They have to be there before it runs, so a
// proof makes the least of them that a key can refer to: the columns, of the referring columns' types, and what makes them unique.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ForeignKey } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import type { ProvableTable } from "./expectation.ts";

/** A table that somebody else makes. */
export interface OutsideTable {
  readonly schema: string | null;
  readonly name: string;
  /** The lists of columns that keys refer to. */
  readonly keys: readonly (readonly string[])[];
  /** Makes it. */
  readonly sql: string;
}

/** The tables that keys of these lead to and that are not among them, sorted by schema and name. */
export function findOutsideTables(tables: readonly ProvableTable[], dialect: Dialect): readonly OutsideTable[] {
  const made = new Set(tables.map(({ expressed: { schema, name } }) => idOf(schema, name)));
  const uses = new Map<string, (readonly [ForeignKey, ProvableTable])[]>();
  for (const table of tables) {
    for (const key of table.expressed.foreignKeys) {
      const id = idOf(key.referredSchema, key.referredTable);
      if (!made.has(id)) uses.set(id, [...(uses.get(id) ?? []), [key, table]]);
    }
  }
  return [...uses.entries()].sort(([a], [b]) => compareText(a, b)).flatMap(([, each]) => outsideTable(each, dialect));
}

function outsideTable(
  uses: readonly (readonly [ForeignKey, ProvableTable])[],
  dialect: Dialect,
): readonly OutsideTable[] {
  const [first] = uses;
  if (first === undefined) return [];
  const [{ referredSchema: schema, referredTable: name }, { clauses }] = first;
  const types = new Map<string, string>();
  for (const [key, { expressed, columnTypes }] of uses) {
    for (const [place, column] of key.referredColumns.entries()) {
      const own = expressed.columns.findIndex((each) => each.name === key.columns[place]);
      types.set(column, types.get(column) ?? columnTypes[own] ?? "");
    }
  }
  const keys = [...new Map(uses.map(([key]) => [JSON.stringify(key.referredColumns), key.referredColumns])).values()];
  const lines = [
    ...[...types].map(([column, type]) => `${dialect.quoteIdentifier(column)} ${type}`),
    ...keys.map((columns, place) => `${place === 0 ? "PRIMARY KEY" : "UNIQUE"} ${quoteColumns(dialect, columns)}`),
  ];
  const options = clauses.suffix.filter((clause) => OPTIONS.test(clause));
  const sql = [`CREATE TABLE ${quoteTable(dialect, schema, name)} (${lines.join(", ")})`, ...options].join(" ");
  return [{ schema, name, keys, sql }];
}

/** What decides about types without a collation of their own. */
const OPTIONS = /^(ENGINE|DEFAULT CHARACTER SET|COLLATE) = /;

function idOf(schema: string | null, name: string): string {
  return JSON.stringify([schema, name]);
}
