// What a dialect makes of names, and the names of a table one by one.

import type { Target } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";

/** Everything that has a name. */
export type NameKind =
  | "table"
  | "column"
  | "primary key"
  | "index"
  | "unique constraint"
  | "check constraint"
  | "foreign key";

/** How far a set of names reaches in which no two may be equal. */
export type NameScope = "table" | "schema" | "database";

/** What a dialect makes of names: the part of its record that is read here, where each fact has its source. */
export interface NameRules {
  /** Longest name of a column, an index or a constraint; null where none is known. */
  readonly identifierLimit: number | null;
  readonly tableLimit: number | null;
  readonly limitUnit: "bytes" | "characters";
  /** Null where there are no indexes. */
  readonly indexScope: NameScope | null;
  readonly indexesShareNamespaceWithTables: boolean;
  /** Of primary keys and unique constraints; null where their names are dropped. */
  readonly keyScope: NameScope | null;
  readonly keysShareNamespaceWithIndexes: boolean;
  readonly foreignKeysShareNamespaceWithIndexes: boolean;
  readonly foreignKeyScope: NameScope | null;
  readonly checkScope: NameScope | null;
  /** Whether case is ignored in the names of tables and of what belongs to them; columns are compared without case anyway. */
  readonly caseInsensitiveTables: boolean;
  /** Starts a name may not have, whatever the case. */
  readonly reservedTablePrefixes: readonly string[];
  readonly reservedColumnPrefixes: readonly string[];
  readonly caseInsensitiveColumns: boolean;
  /** Columns that the engine has in every table. */
  readonly reservedColumns: readonly string[];
  readonly reservedIndexes: readonly string[];
  /** Characters a quoted name may not have; null where all go. */
  readonly forbiddenInTables: RegExp | null;
  readonly forbiddenInColumns: RegExp | null;
}

/** The dialect as people write it, and its rules. */
export interface NamingDialect {
  readonly title: string;
  readonly names: NameRules;
}

/** One name and where it comes from. */
export interface NamedThing {
  readonly kind: NameKind;
  readonly name: string;
  readonly table: Table;
  readonly source: Span | null;
}

/** Every name of a table. The table's own comes first, so that names made of it can be left out when it is refused. */
export function* namedThings(table: Table): Generator<NamedThing> {
  const { primaryKey, source } = table;
  yield { kind: "table", name: table.name, table, source };
  for (const { name, system, source, nameSource } of table.columns) {
    // Metaxy's own columns fit everywhere, and they are most of all columns.
    if (!system) yield { kind: "column", name, table, source: nameSource ?? source };
  }
  if (primaryKey !== null) yield* named("primary key", [primaryKey], table);
  yield* named("unique constraint", table.uniqueConstraints, table);
  yield* named("check constraint", table.checkConstraints, table);
  yield* named("foreign key", table.foreignKeys, table);
  yield* named("index", table.indexes, table);
}

/** Whether a name looks as if it was made of the table's name. */
export function isNamedAfterTable({ kind, name, table }: NamedThing): boolean {
  return kind !== "table" && kind !== "column" && name.includes(table.name);
}

function* named(
  kind: NameKind,
  parts: readonly { readonly name: string | null; readonly source: Span | null }[],
  table: Table,
): Generator<NamedThing> {
  for (const { name, source } of parts) {
    if (name !== null) yield { kind, name, table, source: source ?? table.source };
  }
}

/** System tables have no place of their own; what is wrong with their names is the prefix's doing. */
export function placeOf({ source }: NamedThing, target: Target): Span | null {
  return source ?? target.prefixSpan;
}

/** The length of a name in a dialect's unit. */
export function measureName(name: string, unit: NameRules["limitUnit"]): number {
  if (/^\w*$/.test(name)) return name.length;
  return unit === "characters" ? [...name].length : new TextEncoder().encode(name).length;
}
