// The names of finished tables against what a dialect can hold: how long they may be, how they may look, and where two of
// them may not meet. The dialect's record says all that; nothing here knows a dialect.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Compat, Target } from "../model/project.ts";
import type { Table } from "../model/table.ts";
import { findLongName, type LongName, reportLongNames } from "./long-names.ts";
import {
  type Clash,
  findClash,
  isPythonName,
  isReportedBefore,
  nameSpaces,
  reportClash,
  reportPythonNames,
} from "./name-clashes.ts";
import {
  isNamedAfterTable,
  type NamedThing,
  type NameRules,
  type NamingDialect,
  namedThings,
  placeOf,
} from "./name-rules.ts";

/**
 * Reports names that a dialect refuses and names that meet. Two tables whose keys make one name are not reported: their
 * features have been told so where keys were compared.
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
  const long: LongName[] = [];
  const refused: Diagnostic[] = [];
  const clashes: Clash[] = [];
  for (const table of tables) {
    // What a table's name is wrong with is wrong with every name made of it: the same mistake again.
    let isNameable = true;
    for (const thing of namedThings(table)) {
      if (!isNameable && isNamedAfterTable(thing)) continue;
      const tooLong = findLongName(thing, dialect.names, target);
      const refusal = tooLong === null ? refuse(thing, dialect, target) : null;
      const clash = (tooLong ?? refusal) ? null : findClash(thing, spaces[thing.kind], dialect.names, taken);
      if (tooLong !== null) long.push(tooLong);
      if (refusal !== null) refused.push(refusal);
      if (clash !== null) clashes.push(clash);
      if (thing.kind === "table") isNameable = tooLong === null && refusal === null && clash === null;
    }
  }
  const python = clashes.filter((clash) => compat === "sqlmodel" && isPythonName(clash));
  const others = clashes.filter((clash) => !python.includes(clash) && !isReportedBefore(clash));
  return [
    ...reportLongNames(long, dialect, target),
    ...refused,
    ...reportPythonNames(python, dialect, target),
    ...others.map((clash) => reportClash(clash, dialect, target)),
  ];
}

/** What is wrong with the look of a name. */
function refuse(thing: NamedThing, { title: dialect, names }: NamingDialect, target: Target): Diagnostic | null {
  const { kind: what, name } = thing;
  const isTable = what === "table";
  if (isReserved(thing, names)) return diagnose("MXC3086", { dialect, what, name }, placeOf(thing, target));
  if (!isTable && what !== "column") return null;
  const place = placeOf(thing, target);
  const prefixes = isTable ? names.reservedTablePrefixes : names.reservedColumnPrefixes;
  const prefix = prefixes.find((start) => name.toLowerCase().startsWith(start.toLowerCase()));
  if (prefix !== undefined) return diagnose("MXC2611", { what, name, prefix, dialect }, place);
  const found = (isTable ? names.forbiddenInTables : names.forbiddenInColumns)?.exec(name);
  return found ? diagnose("MXC2612", { what, name, character: found[0], dialect }, place) : null;
}

/** Whether the engine has that name itself. */
function isReserved({ kind, name }: NamedThing, names: NameRules): boolean {
  const isOneOf = (list: readonly string[], folds: boolean) =>
    list.some((each) => each === name || (folds && each.toLowerCase() === name.toLowerCase()));
  if (kind === "column") return isOneOf(names.reservedColumns, names.caseInsensitiveColumns);
  const sharesIndexes =
    (names.keysShareNamespaceWithIndexes && kind === "unique constraint") ||
    (names.foreignKeysShareNamespaceWithIndexes && kind === "foreign key");
  return (kind === "index" || sharesIndexes) && isOneOf(names.reservedIndexes, true);
}
