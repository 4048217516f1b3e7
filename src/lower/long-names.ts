// Names over a dialect's limit. Only the names of Metaxy's own tables' indexes and keys are ever shortened, where they are
// made; every other name is the user's to shorten. A store's prefix that is too long for many names is one mistake.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Target } from "../model/project.ts";
import { measureName, type NamedThing, type NameRules, type NamingDialect, placeOf } from "./name-rules.ts";

/** More names than these that would fit without the prefix are blamed on it. */
const FEW = 3;

/** A name that does not fit. Lengths are in the dialect's unit. */
export interface LongName {
  readonly thing: NamedThing;
  readonly length: number;
  readonly limit: number;
  /** The longest prefix with which it would fit; negative when it fits with none. */
  readonly room: number;
}

/** How a name is too long, or null when it is not. */
export function findLongName(thing: NamedThing, names: NameRules, target: Target): LongName | null {
  const limit = thing.kind === "table" ? names.tableLimit : names.identifierLimit;
  const length = measureName(thing.name, names.limitUnit);
  if (limit === null || length <= limit) return null;
  const bare = measureName(withoutPrefix(thing, target.tablePrefix), names.limitUnit);
  const prefix = measureName(target.tablePrefix, names.limitUnit);
  const times = prefix === 0 ? 0 : (length - bare) / prefix;
  return { thing, length, limit, room: times === 0 ? -1 : Math.floor((limit - bare) / times) };
}

/** Reports names one by one, except those that the prefix makes too long where they are many or Metaxy's own. */
export function reportLongNames(
  long: readonly LongName[],
  dialect: NamingDialect,
  target: Target,
): readonly Diagnostic[] {
  const blamed = long.filter(({ room }) => room >= 0);
  const isPrefix = blamed.length > FEW || blamed.some(({ thing }) => thing.table.kind === "system");
  const others = isPrefix ? long.filter((name) => !blamed.includes(name)) : long;
  const single = others.map(({ thing, length, limit }) => {
    const args = { what: thing.kind, name: thing.name, length, limit, unit: dialect.names.limitUnit };
    return diagnose("MXC2607", { ...args, dialect: dialect.title }, placeOf(thing, target));
  });
  return isPrefix ? [...reportPrefix(blamed, dialect, target), ...single] : single;
}

function reportPrefix(blamed: readonly LongName[], dialect: NamingDialect, target: Target): readonly Diagnostic[] {
  const names = [...new Set(blamed.map(({ thing, length, limit }) => `'${thing.name}' (${length} of ${limit})`))];
  const args = {
    prefix: target.tablePrefix,
    names: names.slice(0, FEW),
    more: Math.max(0, names.length - FEW),
    room: blamed.reduce((least, { room }) => Math.min(least, room), Number.POSITIVE_INFINITY),
    unit: dialect.names.limitUnit,
    dialect: dialect.title,
  };
  const related = blamed.flatMap(({ thing: { kind, name, source } }) =>
    source === null ? [] : [{ message: `makes ${kind} '${name}'`, span: source }],
  );
  return [diagnose("MXC2613", args, target.prefixSpan, related.slice(0, FEW))];
}

/** The name as it would be without the prefix: of the table itself, and of a table that is referred to. */
function withoutPrefix({ name, table }: NamedThing, prefix: string): string {
  const tables = [table.name, ...table.foreignKeys.map(({ referredTable }) => referredTable)];
  return tables
    .filter((each) => prefix !== "" && each.startsWith(prefix))
    .reduce((rest, each) => rest.replaceAll(each, each.slice(prefix.length)), name);
}
