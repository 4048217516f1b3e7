// Names that meet: which sets a dialect keeps names in, and what two equal names in one set mean.

import { type Diagnostic, diagnose, type Related } from "../diagnostics/diagnostic.ts";
import type { Target } from "../model/project.ts";
import type { Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { foldCase } from "./identifier.ts";
import { PYTHON_INDEX_NAME, PYTHON_KEY_NAME } from "./injection.ts";
import {
  type NamedThing,
  type NameKind,
  type NameRules,
  type NameScope,
  type NamingDialect,
  placeOf,
} from "./name-rules.ts";

/** Two names that meet; `thing` is the later one. */
export interface Clash {
  readonly thing: NamedThing;
  readonly other: NamedThing;
  readonly scope: NameScope;
}

/** A set of names that must differ, told apart from other sets by `group`. */
export interface NameSpace {
  readonly group: string;
  readonly scope: NameScope;
}

/** The sets that each kind's names are in. */
export function nameSpaces(rules: NameRules): Readonly<Record<NameKind, readonly NameSpace[]>> {
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
    "foreign key": [
      ...space(together ? "constraint" : "foreign key", rules.foreignKeyScope),
      ...space(indexes, rules.foreignKeysShareNamespaceWithIndexes ? rules.indexScope : null),
    ],
  };
}

/** Puts a name into every set it belongs to; the first set where it is taken already makes the clash. */
export function findClash(
  thing: NamedThing,
  spaces: readonly NameSpace[],
  { caseInsensitiveTables }: NameRules,
  taken: Map<string, NamedThing>,
): Clash | null {
  const name = caseInsensitiveTables ? foldCase(thing.name) : thing.name;
  let clash: Clash | null = null;
  for (const { group, scope } of spaces) {
    const key = `${group}\n${within(thing.table, scope)}\n${name}`;
    const other = taken.get(key);
    if (other === undefined) taken.set(key, thing);
    else clash ??= { thing, other, scope };
  }
  return clash;
}

/** What a name is unique in, as part of a lookup key. */
function within({ schema, name }: Table, scope: NameScope): string {
  if (scope === "database") return "";
  return scope === "schema" ? (schema ?? "") : `${schema ?? ""}\n${name}`;
}

/** Two keys that make one table, or one that makes a system table's: reported where keys were compared. */
export function isReportedBefore({ thing, other }: Clash): boolean {
  return thing.name === other.name && [thing, other].every(({ kind }) => kind === "table");
}

/** Whether the name is one of those that Python Metaxy gives to every table. */
export function isPythonName({ thing }: Clash): boolean {
  return thing.name === PYTHON_KEY_NAME || thing.name === PYTHON_INDEX_NAME;
}

/** One diagnostic for all tables: the mistake is to inject at all. */
export function reportPythonNames(
  clashes: readonly Clash[],
  { title }: NamingDialect,
  target: Target,
): readonly Diagnostic[] {
  const [first] = clashes;
  if (first === undefined) return [];
  const names = [...new Set(clashes.map(({ thing }) => `'${thing.name}'`))].sort(compareText).join(" and ");
  return [diagnose("MXC2609", { names, dialect: title }, placeOf(first.thing, target), related(first))];
}

/** Reports one clash at its later name. */
export function reportClash(clash: Clash, { title: dialect }: NamingDialect, target: Target): Diagnostic {
  const { thing, other, scope } = clash;
  const args = { what: thing.kind, name: thing.name, other: describe(other), dialect, within: scope };
  return diagnose("MXC2608", args, placeOf(thing, target), related(clash));
}

function related({ other }: Clash): readonly Related[] {
  return other.source === null ? [] : [{ message: describe(other), span: other.source }];
}

function describe({ kind, name, table }: NamedThing): string {
  return kind === "table" ? `table '${name}'` : `${kind} '${name}' of table '${table.name}'`;
}
