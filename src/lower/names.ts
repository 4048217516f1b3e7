// The names of finished tables against what a dialect can hold: how long they may be, and where two of them may not meet.
// The dialect's record says both; nothing here knows a dialect.

import { type Diagnostic, diagnose, type Related } from "../diagnostics/diagnostic.ts";
import type { Compat, Target } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { foldCase } from "./identifier.ts";
import { PYTHON_INDEX_NAME, PYTHON_KEY_NAME } from "./injection.ts";

/** Everything that has a name. */
type NameKind = "table" | "column" | "primary key" | "index" | "unique constraint" | "check constraint" | "foreign key";

/** How far a set of names reaches in which no two may be equal. */
type NameScope = "table" | "schema" | "database";

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
  readonly foreignKeyScope: NameScope | null;
  readonly checkScope: NameScope | null;
  /** Whether case is ignored in the names of tables and of what belongs to them; columns are compared without case anyway. */
  readonly caseInsensitiveTables: boolean;
  /** Starts a name may not have, whatever the case. */
  readonly reservedTablePrefixes: readonly string[];
  readonly reservedColumnPrefixes: readonly string[];
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
interface NamedThing {
  readonly kind: NameKind;
  readonly name: string;
  readonly table: Table;
  readonly source: Span | null;
}

/** Two names that meet; `thing` is the later one. */
interface Clash {
  readonly thing: NamedThing;
  readonly other: NamedThing;
  readonly scope: NameScope;
}

/**
 * Reports names that a dialect refuses and names that meet. Two feature tables of one name are not reported: their features
 * have been told so where keys were compared.
 *
 * @example checkNames([...system, ...features], { title: "PostgreSQL", names: { identifierLimit: 63, … } }, target, "native")
 */
export function checkNames(
  tables: readonly Table[],
  dialect: NamingDialect,
  target: Target,
  compat: Compat,
): readonly Diagnostic[] {
  const spaces = nameSpaces(dialect.names);
  const taken = new Map<string, NamedThing>();
  const refused: Diagnostic[] = [];
  const clashes: Clash[] = [];
  for (const table of tables) {
    for (const thing of namedThings(table)) {
      const refusal = refuse(thing, dialect, target);
      if (refusal !== null) refused.push(refusal);
      const clash = refusal === null ? findClash(thing, spaces[thing.kind], dialect.names, taken) : null;
      if (clash !== null) clashes.push(clash);
      // What belongs to a table that cannot be made is the same mistake again.
      if (clash !== null && thing.kind === "table") break;
    }
  }
  const python = clashes.filter((clash) => compat === "sqlmodel" && isPythonName(clash));
  const others = clashes.filter((clash) => !python.includes(clash) && !isSameFeatureTable(clash));
  return [
    ...refused,
    ...pythonNames(python, dialect, target),
    ...others.map((clash) => reportClash(clash, dialect, target)),
  ];
}

/** A set of names that must differ, told apart from other sets by `group`. */
interface NameSpace {
  readonly group: string;
  readonly scope: NameScope;
}

/** The sets that each kind's names are in. */
function nameSpaces(rules: NameRules): Readonly<Record<NameKind, readonly NameSpace[]>> {
  const space = (group: string, scope: NameScope | null): readonly NameSpace[] =>
    scope === null ? [] : [{ group, scope }];
  const shared = rules.indexesShareNamespaceWithTables;
  const indexes = shared ? "relation" : "index";
  // An engine that names every constraint of a table wants those names different from each other, too.
  const together = rules.foreignKeyScope === "table" && rules.checkScope === "table";
  const keys = [
    ...space(rules.keysShareNamespaceWithIndexes ? indexes : "key", rules.keyScope),
    ...space("constraint", together && rules.keyScope !== null ? "table" : null),
  ];
  return {
    table: space("relation", shared ? rules.indexScope : "schema"),
    column: [],
    index: space(indexes, rules.indexScope),
    "primary key": keys,
    "unique constraint": keys,
    "check constraint": space(together ? "constraint" : "check", rules.checkScope),
    "foreign key": space(together ? "constraint" : "foreign key", rules.foreignKeyScope),
  };
}

/** The table first, so that its parts can be left out when its own name is taken. */
function* namedThings(table: Table): Generator<NamedThing> {
  const { primaryKey, source } = table;
  yield { kind: "table", name: table.name, table, source };
  for (const column of table.columns) yield { kind: "column", name: column.name, table, source: column.source };
  if (primaryKey !== null) yield* named("primary key", [primaryKey], table);
  yield* named("unique constraint", table.uniqueConstraints, table);
  yield* named("check constraint", table.checkConstraints, table);
  yield* named("foreign key", table.foreignKeys, table);
  yield* named("index", table.indexes, table);
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

/** What is wrong with a name by itself. */
function refuse(thing: NamedThing, { title: dialect, names }: NamingDialect, target: Target): Diagnostic | null {
  const { kind: what, name } = thing;
  const isTable = what === "table";
  const place = placeOf(thing, target);
  const limit = isTable ? names.tableLimit : names.identifierLimit;
  const length = measure(name, names.limitUnit);
  if (limit !== null && length > limit) {
    return diagnose("MXC2607", { what, name, length, limit, unit: names.limitUnit, dialect }, place);
  }
  if (!isTable && what !== "column") return null;
  const prefixes = isTable ? names.reservedTablePrefixes : names.reservedColumnPrefixes;
  const prefix = prefixes.find((start) => name.toLowerCase().startsWith(start.toLowerCase()));
  if (prefix !== undefined) return diagnose("MXC2611", { what, name, prefix, dialect }, place);
  const found = (isTable ? names.forbiddenInTables : names.forbiddenInColumns)?.exec(name);
  return found ? diagnose("MXC2612", { what, name, character: found[0], dialect }, place) : null;
}

function measure(name: string, unit: NameRules["limitUnit"]): number {
  if (/^\w*$/.test(name)) return name.length;
  return unit === "characters" ? [...name].length : new TextEncoder().encode(name).length;
}

/** Puts a name into every set it belongs to; the first set where it is taken already makes the clash. */
function findClash(
  thing: NamedThing,
  spaces: readonly NameSpace[],
  { caseInsensitiveTables }: NameRules,
  taken: Map<string, NamedThing>,
): Clash | null {
  const name = caseInsensitiveTables ? foldCase(thing.name) : thing.name;
  let clash: Clash | null = null;
  for (const { group, scope } of spaces) {
    const key = [group, ...within(thing.table, scope), name].join("\n");
    const other = taken.get(key);
    if (other === undefined) taken.set(key, thing);
    else clash ??= { thing, other, scope };
  }
  return clash;
}

/** What a name is unique in, as part of a lookup key. */
function within({ schema, name }: Table, scope: NameScope): readonly string[] {
  if (scope === "database") return [];
  return scope === "schema" ? [schema ?? ""] : [schema ?? "", name];
}

function isSameFeatureTable({ thing, other }: Clash): boolean {
  const both = [thing, other];
  return thing.name === other.name && both.every(({ kind, table }) => kind === "table" && table.kind === "feature");
}

function isPythonName({ thing }: Clash): boolean {
  return thing.name === PYTHON_KEY_NAME || thing.name === PYTHON_INDEX_NAME;
}

/** One diagnostic for all tables: the mistake is to inject at all. */
function pythonNames(clashes: readonly Clash[], { title }: NamingDialect, target: Target): readonly Diagnostic[] {
  const [first] = clashes;
  if (first === undefined) return [];
  const names = [...new Set(clashes.map(({ thing }) => `'${thing.name}'`))].sort(compareText).join(" and ");
  return [diagnose("MXC2609", { names, dialect: title }, placeOf(first.thing, target), related(first))];
}

function reportClash(clash: Clash, { title: dialect }: NamingDialect, target: Target): Diagnostic {
  const { thing, other, scope } = clash;
  const args = { what: thing.kind, name: thing.name, other: describe(other), dialect, within: scope };
  return diagnose("MXC2608", args, placeOf(thing, target), related(clash));
}

function related({ other }: Clash): readonly Related[] {
  return other.source === null ? [] : [{ message: describe(other), span: other.source }];
}

/** System tables have no place of their own; what is wrong with their names is the prefix's doing. */
function placeOf({ source }: NamedThing, target: Target): Span | null {
  return source ?? target.prefixSpan;
}

function describe({ kind, name, table }: NamedThing): string {
  return kind === "table" ? `table '${name}'` : `${kind} '${name}' of table '${table.name}'`;
}
