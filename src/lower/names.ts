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
export type NameKind =
  | "table"
  | "column"
  | "primary key"
  | "index"
  | "unique constraint"
  | "check constraint"
  | "foreign key";

/** How long a name may be, and what is counted. */
export interface NameLimit {
  readonly max: number;
  /** UTF-16 is never counted: characters are code points, bytes are UTF-8, `file-name` bytes count `%XX` for all but `[A-Za-z0-9_]`. */
  readonly unit: "characters" | "bytes" | "file-name bytes";
}

/**
 * A set of names that must differ: within one schema or within one table. The rest of the text tells such sets apart:
 * two kinds that both have `schema:relations` share it.
 */
export type NameSpace = `${"schema" | "table"}:${string}`;

/** What a dialect makes of names. */
export interface NameRules {
  /** The dialect as people write it, e.g. "PostgreSQL". */
  readonly dialect: string;
  /** The limit of each kind; null where there is none, or where the dialect drops the name. */
  readonly limits: Readonly<Record<NameKind, NameLimit | null>>;
  /** The sets each kind's names are in. Columns are not listed: they are compared where they are lowered. */
  readonly spaces: Readonly<Record<Exclude<NameKind, "column">, readonly NameSpace[]>>;
  /** Whether ASCII case is ignored in the names of tables, indexes and constraints. */
  readonly caseInsensitive: boolean;
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
  readonly within: "schema" | "table";
}

/**
 * Reports names that are too long and names that meet. Two feature tables of one name are not reported: their features have
 * been told so where keys were compared.
 *
 * @example checkNames([...system, ...features], { dialect: "PostgreSQL", … }, target, "native")
 */
export function checkNames(
  tables: readonly Table[],
  rules: NameRules,
  target: Target,
  compat: Compat,
): readonly Diagnostic[] {
  const taken = new Map<string, NamedThing>();
  const tooLong: Diagnostic[] = [];
  const clashes: Clash[] = [];
  for (const table of tables) {
    for (const thing of namedThings(table)) {
      const length = checkLength(thing, rules, target);
      const clash = length === null ? findClash(thing, rules, taken) : null;
      if (length !== null) tooLong.push(length);
      if (clash !== null) clashes.push(clash);
      // What belongs to a table that cannot be made is the same mistake again.
      if (clash !== null && thing.kind === "table") break;
    }
  }
  const fixed = clashes.filter((clash) => compat === "sqlmodel" && isPythonName(clash));
  const others = clashes.filter((clash) => !fixed.includes(clash) && !isSameFeatureTable(clash));
  return [
    ...tooLong,
    ...pythonNames(fixed, rules, target),
    ...others.map((clash) => reportClash(clash, rules, target)),
  ];
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

function checkLength(thing: NamedThing, rules: NameRules, target: Target): Diagnostic | null {
  const limit = rules.limits[thing.kind];
  if (limit === null) return null;
  const length = measure(thing.name, limit.unit);
  if (length <= limit.max) return null;
  const args = {
    what: thing.kind,
    name: thing.name,
    length,
    limit: limit.max,
    unit: limit.unit,
    dialect: rules.dialect,
  };
  return diagnose("MXC2607", args, thing.source ?? target.prefixSpan);
}

function measure(name: string, unit: NameLimit["unit"]): number {
  if (/^\w*$/.test(name)) return name.length;
  if (unit === "characters") return [...name].length;
  const bytes = new TextEncoder().encode(name).length;
  if (unit === "bytes") return bytes;
  const plain = name.match(/\w/g)?.length ?? 0;
  return plain + 3 * (bytes - plain);
}

/** Puts a name into every set it belongs to; the first set where it is taken already makes the clash. */
function findClash(thing: NamedThing, rules: NameRules, taken: Map<string, NamedThing>): Clash | null {
  if (thing.kind === "column") return null;
  const { schema, name: table } = thing.table;
  const name = rules.caseInsensitive ? foldCase(thing.name) : thing.name;
  let clash: Clash | null = null;
  for (const space of rules.spaces[thing.kind]) {
    const within = space.startsWith("schema:") ? "schema" : "table";
    const key = [space, schema ?? "", within === "table" ? table : "", name].join("\n");
    const other = taken.get(key);
    if (other === undefined) taken.set(key, thing);
    else clash ??= { thing, other, within };
  }
  return clash;
}

function isSameFeatureTable({ thing, other }: Clash): boolean {
  const both = [thing, other];
  return thing.name === other.name && both.every(({ kind, table }) => kind === "table" && table.kind === "feature");
}

function isPythonName({ thing }: Clash): boolean {
  return thing.name === PYTHON_KEY_NAME || thing.name === PYTHON_INDEX_NAME;
}

/** One diagnostic for all tables: the mistake is to inject at all. */
function pythonNames(clashes: readonly Clash[], rules: NameRules, target: Target): readonly Diagnostic[] {
  const [first] = clashes;
  if (first === undefined) return [];
  const names = [...new Set(clashes.map(({ thing }) => `'${thing.name}'`))].sort(compareText).join(" and ");
  return [diagnose("MXC2609", { names, dialect: rules.dialect }, placeOf(first.thing, target), related(first))];
}

function reportClash(clash: Clash, { dialect }: NameRules, target: Target): Diagnostic {
  const { thing, other, within } = clash;
  const args = { what: thing.kind, name: thing.name, other: describe(other), dialect, within };
  return diagnose("MXC2608", args, placeOf(thing, target), related(clash));
}

function related({ other }: Clash): readonly Related[] {
  return other.source === null ? [] : [{ message: describe(other), span: other.source }];
}

/** What the system tables have no place of their own for is the prefix's doing. */
function placeOf({ source }: NamedThing, target: Target): Span | null {
  return source ?? target.prefixSpan;
}

function describe({ kind, name, table }: NamedThing): string {
  return kind === "table" ? `table '${name}'` : `${kind} '${name}' of table '${table.name}'`;
}
