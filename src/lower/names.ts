// The names of finished tables against what a dialect can hold: how long they may be, how they may look, and where two of
// them may not meet. The dialect's record says all that; nothing here knows a dialect.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Compat, Target } from "../model/project.ts";
import type { Table } from "../model/table.ts";
import {
  type Clash,
  findClash,
  isPythonName,
  isSameFeatureTable,
  nameSpaces,
  reportClash,
  reportPythonNames,
} from "./name-clashes.ts";
import { type NamedThing, type NameRules, type NamingDialect, namedThings, placeOf } from "./name-rules.ts";

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
    ...reportPythonNames(python, dialect, target),
    ...others.map((clash) => reportClash(clash, dialect, target)),
  ];
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
