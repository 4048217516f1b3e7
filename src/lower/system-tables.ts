// Metaxy's own two tables, which record what `metaxy push` and materialisations did. Times are naive and hold UTC, as the
// Python stores write them; nothing has a default, Python fills every column.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { CompileOptions } from "../model/project.ts";
import type { Index, Table, TableColumn } from "../model/table.ts";
import { type NamingScheme, namingScheme } from "./constraint-name.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import type { NameRules } from "./name-rules.ts";
import type { NamingSubject } from "./naming.ts";
import { shortenName } from "./sqlalchemy-names.ts";
import { systemColumn } from "./system-columns.ts";
import { nameParts, type Unnamed } from "./table-names.ts";

/** A system table, unprefixed (Metaxy 0.1, `metadata_store/system`). */
interface SystemTable {
  readonly name: string;
  /** In table order. */
  readonly columns: Readonly<Record<string, "string" | "timestamp">>;
  readonly primaryKey: readonly string[];
  /** Columns with an index of their own. */
  readonly indexed: readonly string[];
  /** Columns of the index `idx_<table>_lookup`. */
  readonly lookup: readonly string[];
}

/** The table that records what was pushed, unprefixed. */
export const FEATURE_VERSIONS_NAME = "metaxy_system__feature_versions";

const FEATURE_VERSIONS: SystemTable = {
  name: FEATURE_VERSIONS_NAME,
  columns: {
    project: "string",
    feature_key: "string",
    metaxy_definition_version: "string",
    metaxy_feature_version: "string",
    metaxy_project_version: "string",
    recorded_at: "timestamp",
    feature_spec: "string",
    feature_schema: "string",
    feature_class_path: "string",
    tags: "string",
    deleted_at: "timestamp",
  },
  primaryKey: ["project", "feature_key", "metaxy_definition_version"],
  indexed: ["project", "feature_key", "metaxy_feature_version", "metaxy_project_version", "recorded_at"],
  lookup: ["project", "feature_key", "metaxy_feature_version"],
};

const EVENTS: SystemTable = {
  name: "metaxy_system__events",
  columns: {
    project: "string",
    execution_id: "string",
    timestamp: "timestamp",
    event_type: "string",
    feature_key: "string",
    payload: "string",
  },
  primaryKey: ["project", "execution_id", "timestamp"],
  indexed: ["project", "execution_id", "event_type", "feature_key"],
  lookup: ["project", "execution_id", "event_type"],
};

const TABLES = [EVENTS, FEATURE_VERSIONS];

/** Columns of the system tables by unprefixed table name. */
export const SYSTEM_TABLE_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLES.map(({ name, columns }) => [name, Object.keys(columns)]),
);

/** How long the names of indexes and constraints may be: the part of a dialect's rules that is read here. */
type NameLimit = Pick<NameRules, "identifierLimit" | "limitUnit">;

/** The system tables of a store, by name. */
export function lowerSystemTables(target: LoweringTarget, options: CompileOptions, limit: NameLimit): readonly Table[] {
  const scheme = schemeOf(target, options, limit);
  return TABLES.map((table) => lowerSystemTable(table, primaryKeyOf(table, options), target, scheme));
}

/**
 * A push writes a row for every feature of the project, changed or not, so with Python's key the second push fails. The
 * project version would not make rows unique either: going back to an earlier state pushes that version again. Only the
 * time of the push does; all rows of one push share it, and they differ in the feature.
 */
function primaryKeyOf({ name, primaryKey }: SystemTable, { compat }: CompileOptions): readonly string[] {
  return compat === "native" && name === FEATURE_VERSIONS.name ? [...primaryKey, "recorded_at"] : primaryKey;
}

/** Python's own key is kept where its tables are wanted. */
export function checkSystemTables({ compat }: CompileOptions): readonly Diagnostic[] {
  if (compat === "native") return [];
  const { name, primaryKey } = FEATURE_VERSIONS;
  return [diagnose("MXC2654", { table: name, columns: primaryKey.join(", ") }, null)];
}

function lowerSystemTable(
  table: SystemTable,
  primaryKey: readonly string[],
  { tablePrefix }: LoweringTarget,
  scheme: NamingScheme,
): Table {
  const name = tablePrefix + table.name;
  const subject: NamingSubject = {
    table: name,
    schema: null,
    columns: primaryKey,
    constraintName: null,
    referred: null,
  };
  return {
    name,
    schema: null,
    feature: null,
    kind: "system",
    comment: null,
    columns: lowerSystemColumns(table, primaryKey),
    ...nameParts(
      {
        primaryKey: { naming: { kind: "pk", subject, span: null }, columns: primaryKey, source: null },
        indexes: lowerSystemIndexes(table, subject, scheme),
        uniqueConstraints: [],
        checkConstraints: [],
        foreignKeys: [],
      },
      scheme,
      [],
    ),
    dialectOptions: {},
    source: null,
  };
}

/**
 * Python makes these tables with SQLAlchemy's own convention, whatever the project's is. Nobody can rename what belongs to
 * them, and PostgreSQL has room for six characters of prefix only: so their names are shortened, in our own tables too.
 */
function schemeOf(
  target: LoweringTarget,
  options: CompileOptions,
  { identifierLimit, limitUnit }: NameLimit,
): NamingScheme {
  const scheme = namingScheme(target, options);
  if (options.compat === "sqlmodel") return { ...scheme, convention: {} };
  if (identifierLimit === null) return scheme;
  const shorten = (name: string) => shortenName(name, identifierLimit, limitUnit);
  return { ...scheme, shorten };
}

function lowerSystemColumns(table: SystemTable, primaryKey: readonly string[]): readonly TableColumn[] {
  const keys = new Set([...primaryKey, ...table.indexed, ...table.lookup]);
  return Object.entries(table.columns).map(([name, kind]) => {
    const type: ColumnType = { kind };
    return { ...systemColumn(name, type, !primaryKey.includes(name)), key: keys.has(name) };
  });
}

function lowerSystemIndexes(
  table: SystemTable,
  subject: NamingSubject,
  scheme: NamingScheme,
): readonly Unnamed<Index>[] {
  // A name that Python chose itself: SQLAlchemy would refuse it over the limit instead of shortening it.
  const lookup = scheme.shorten(`idx_${subject.table}_lookup`);
  return [
    ...table.indexed.map((column) => plainIndex(subject, [column])),
    plainIndex(subject, table.lookup, { fixed: lookup }),
  ];
}

function plainIndex(
  subject: NamingSubject,
  columns: readonly string[],
  name: { readonly fixed?: string } = {},
): Unnamed<Index> {
  return {
    naming: { kind: "ix", subject: { ...subject, columns }, span: null, ...name },
    parts: columns.map((column) => ({ column, expression: null, descending: false })),
    unique: false,
    where: null,
    using: null,
    include: [],
    source: null,
  };
}
