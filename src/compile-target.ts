// The last stages, once per store: lower to logical tables, print them in the store's dialect, lay out the files.

import { withoutConsequences } from "./diagnostics/consequences.ts";
import type { Checked, Diagnostic } from "./diagnostics/diagnostic.ts";
import { hasErrors } from "./diagnostics/finding.ts";
import { dialects } from "./dialects/index.ts";
import { ownType } from "./emit/columns.ts";
import { printMetadata } from "./emit/metadata.ts";
import type { MetadataColumns } from "./emit/metadata-tables.ts";
import { type PrintedTable, printTables } from "./emit/print-tables.ts";
import type { PrintOptions } from "./emit/printer.ts";
import { printPush } from "./emit/push.ts";
import { printScript } from "./emit/script.ts";
import { findNeeds } from "./emit/script-needs.ts";
import { lowerFeatures } from "./lower/features.ts";
import type { LoweringTarget } from "./lower/lowering-target.ts";
import { checkNames } from "./lower/names.ts";
import { sharedSystemColumns } from "./lower/system-columns.ts";
import { checkSystemTables, FEATURE_VERSIONS_NAME, lowerSystemTables } from "./lower/system-tables.ts";
import type { FeatureGraph } from "./model/feature.ts";
import type { Chunk, OutputFile, Statement } from "./model/output.ts";
import type { CompileOptions, Target } from "./model/project.ts";
import { type SqlText, sqlFor } from "./model/sql-text.ts";
import type { Table } from "./model/table.ts";
import type { GraphVersions } from "./model/versions.ts";
import { checkColumns } from "./stores/check-columns.ts";
import { checkStoreKeys } from "./stores/check-keys.ts";
import { checkStoreNames } from "./stores/check-names.ts";
import { byFieldOf, metaxyStore } from "./stores/index.ts";
import type { MetaxyStore } from "./stores/store.ts";
import { storedType } from "./stores/stored-type.ts";

/** What all targets of a compilation share. */
export interface TargetInput {
  readonly graph: FeatureGraph;
  readonly versions: GraphVersions;
  readonly options: CompileOptions;
}

/** One store's outputs. */
export interface CompiledTarget {
  readonly target: Target;
  /** Feature tables, then system tables, in the order of their statements. */
  readonly tables: readonly PrintedTable[];
  /** Tables of features of other projects, as far as foreign keys lead to them. */
  readonly elsewhere: readonly Table[];
  readonly files: readonly OutputFile[];
}

/** Compiles a graph for one target. */
export function compileTarget(target: Target, input: TargetInput): Checked<CompiledTarget> {
  const { graph, options } = input;
  const dialect = dialects[target.dialect];
  // Where SQLAlchemy has no tables to agree with, ours are made, and the printer says so.
  const lowering: CompileOptions = dialect.sqlmodel === null ? { ...options, compat: "native" } : options;
  const store = loweringTarget(target);
  const features = lowerFeatures(graph, store, lowering);
  const system = lowerSystemTables(store, lowering, dialect.names);
  const names = checkNames([...system, ...features.value], dialect, target, lowering.compat);
  const { compat, ifNotExists, style } = options;
  const printOptions: PrintOptions = { compat, ifNotExists, style, dialectOptions: target.dialectOptions };
  const printedFeatures = printTables(features.value, dialect, printOptions, [...features.elsewhere, ...system]);
  const printedSystem = printTables(system, dialect, printOptions);
  const printed: PrintedTables = {
    features: printedFeatures.value,
    system: printedSystem.value,
    sharedColumns: () => printSharedColumns(store, lowering, printOptions),
  };
  const lowered = [...features.diagnostics, ...names];
  const refused = [...printedFeatures.diagnostics, ...printedSystem.diagnostics];
  const unusable = checkForStore(printed.features, graph, target);
  const declarations = graph.features.flatMap(({ decl }) => decl ?? []);
  const found = [...lowered, ...withoutConsequences([...refused, ...unusable], lowered, declarations)];
  return {
    value: {
      target,
      tables: [...printed.features, ...printed.system],
      elsewhere: features.elsewhere,
      files: layOutFiles(target, printed, input),
    },
    // How system tables will do matters once there are some to make.
    diagnostics: hasErrors(found) ? found : [...found, ...checkSystemTables(lowering)],
  };
}

/** What Metaxy's store cannot use of the tables that the database takes. */
function checkForStore(features: readonly PrintedTable[], graph: FeatureGraph, target: Target): readonly Diagnostic[] {
  const store = storeOf(target);
  const { mapDatatype, dialect } = target;
  const tables = features.map(({ expressed }) => expressed);
  return [
    ...checkStoreNames(graph, target),
    ...checkStoreKeys(tables, target),
    ...(store === null ? [] : checkColumns(features, { store, answersTo: dialects[dialect].answersTo, mapDatatype })),
  ];
}

/** A target with what its store and its dialect say about tables. */
export function loweringTarget(target: Target): LoweringTarget {
  const dialect = dialects[target.dialect];
  const { sqlmodel, answersTo, names, constraints } = dialect;
  const store = storeOf(target);
  // What its author spells for this dialect stays as it is spelled.
  const isSpelled = (own: SqlText | null) => own !== null && sqlFor(own, answersTo) !== null;
  return {
    ...target,
    byField: byFieldOf(target.dialect, target.mapDatatype),
    storedType: (type, own) => (store === null || isSpelled(own) ? type : storedType(type, store.columns)),
    sqlalchemyNameLimit: sqlmodel?.nameLimit ?? null,
    identifierLimit: names.identifierLimit,
    limitUnit: names.limitUnit,
    namelessChecks: constraints.namelessChecks,
    typeChecks: (column) =>
      ownType(column, dialect) === null
        ? dialect.checkType(column.type, dialect.quoteIdentifier(column.name), column.nullable)
        : [],
  };
}

/** Metaxy's store that is to use the tables. */
function storeOf({ dialect, isStore }: Target): MetaxyStore | null {
  return isStore ? metaxyStore(dialect) : null;
}

interface PrintedTables {
  readonly features: readonly PrintedTable[];
  readonly system: readonly PrintedTable[];
  /** The columns that every feature table begins with. */
  readonly sharedColumns: () => MetadataColumns;
}

/** As a table has them that has nothing else: what stands once for all tables must not depend on any of them. */
function printSharedColumns(
  { byField, dialect }: LoweringTarget,
  { compat }: CompileOptions,
  options: PrintOptions,
): MetadataColumns {
  const bare: Table = {
    name: "",
    schema: null,
    feature: null,
    kind: "system",
    comment: null,
    columns: sharedSystemColumns(byField, compat),
    primaryKey: null,
    indexes: [],
    uniqueConstraints: [],
    checkConstraints: [],
    foreignKeys: [],
    dialectOptions: {},
    source: null,
  };
  return (
    printTables([bare], dialects[dialect], options).value.map(({ expressed, columnTypes, columnDefaults }) => {
      return { columns: expressed.columns, columnTypes, columnDefaults };
    })[0] ?? { columns: [], columnTypes: [], columnDefaults: [] }
  );
}

function layOutFiles(target: Target, printed: PrintedTables, input: TargetInput): readonly OutputFile[] {
  const { emit, style } = input.options;
  const file = (name: string, print: () => Iterator<Chunk>): OutputFile => ({
    path: `${target.name}/${name}`,
    chunks: { [Symbol.iterator]: print },
  });
  const scripts: Readonly<Record<string, () => Iterable<Statement>>> = {
    ...(emit.includes("sql") && {
      "features.sql": () => statementsOf(printed.features),
      "system.sql": () => statementsOf(printed.system),
    }),
    ...(emit.includes("push") && { "push.sql": () => pushStatements(target, printed, input) }),
  };
  const names = Object.keys(scripts);
  const files = Object.entries(scripts).map(([name, statements]) =>
    file(name, () => {
      const needs =
        name === "features.sql" ? findNeeds(printed.features, printed.system, dialects[target.dialect]) : [];
      return printScript(statements(), dialects[target.dialect], { store: target.name, style, needs });
    }),
  );
  return emit.includes("json")
    ? [...files, file("metadata.json", () => describeTarget(target, printed, names, input))]
    : files;
}

/** The outputs of a store that keeps files: its tables are no tables of SQL. */
export function describeFileStore(name: string, { graph, versions, options }: TargetInput): readonly OutputFile[] {
  if (!options.emit.includes("json")) return [];
  const store = { name, dialect: null, tablePrefix: "", displayUrl: null };
  const systemColumns = { columns: [], columnTypes: [], columnDefaults: [] };
  const print = () => printMetadata({ graph, versions, store, tables: [], files: [], systemColumns });
  return [{ path: `${name}/metadata.json`, chunks: { [Symbol.iterator]: print } }];
}

function* statementsOf(tables: readonly PrintedTable[]): Generator<Statement> {
  for (const { statements } of tables) yield* statements;
}

function pushStatements(target: Target, { system }: PrintedTables, input: TargetInput): readonly Statement[] {
  const name = target.tablePrefix + FEATURE_VERSIONS_NAME;
  const table = system.map(({ expressed }) => expressed).find((each) => each.name === name);
  return table === undefined ? [] : printPush({ ...input, table }, dialects[target.dialect]);
}

function describeTarget(
  target: Target,
  { features, system, sharedColumns }: PrintedTables,
  files: readonly string[],
  { graph, versions }: TargetInput,
): Generator<Chunk> {
  return printMetadata({
    graph,
    versions,
    store: target,
    tables: [...features, ...system].map((printed) => ({ ...printed, table: printed.expressed })),
    systemColumns: sharedColumns(),
    files,
  });
}
