// Small graphs made by hand. Every part gets a place of its own, so that a test can tell where a diagnostic points.

import { loweringTarget } from "../../src/compile-target.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { lowerFeatures } from "../../src/lower/features.ts";
import type { LoweringTarget } from "../../src/lower/lowering-target.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type {
  ColumnDecl,
  Feature,
  FeatureDecl,
  FeatureGraph,
  FieldOptions,
  ForeignKeyTarget,
  TableArg,
} from "../../src/model/feature.ts";
import type { CompileOptions, Target } from "../../src/model/project.ts";
import type { Located, Span } from "../../src/model/span.ts";
import type { Table, TableColumn } from "../../src/model/table.ts";
import type { StaticValue } from "../../src/model/value.ts";

const FILE = "src/features.ts";
let offset = 0;

/** A place nothing else has. */
export function somewhere(): Span {
  offset += 10;
  return { file: FILE, start: offset, end: offset + 5 };
}

/** A value written somewhere. */
export function at<T>(value: T): Located<T> {
  return { value, span: somewhere() };
}

/** A literal written somewhere. */
export function literal(value: string | number | boolean | null): StaticValue {
  const span = somewhere();
  if (value === null) return { kind: "null", span };
  if (typeof value === "string") return { kind: "string", value, span };
  return typeof value === "number" ? { kind: "number", value, span } : { kind: "boolean", value, span };
}

/** A property `name: type = Field({ … })`. */
export function column(
  property: string,
  type: ColumnType | ColumnType["kind"] = "string",
  options: FieldOptions = {},
  more: Partial<ColumnDecl> = {},
): ColumnDecl {
  return {
    property,
    span: somewhere(),
    type: typeof type === "string" ? ({ kind: type } as ColumnType) : type,
    nullable: false,
    optional: false,
    typeSpan: somewhere(),
    options,
    doc: null,
    owner: { module: FILE, name: "F" },
    ...more,
  };
}

/** What a test says of a feature; the rest is made up. */
export interface FeatureSketch extends Partial<Omit<FeatureDecl, "columns" | "spec">> {
  readonly ids?: readonly string[];
  readonly columns?: readonly ColumnDecl[];
  readonly fields?: readonly string[];
  readonly description?: string;
  readonly selected?: boolean;
}

/** A table feature with one id column, `id`, unless told otherwise. */
export function feature(key: string, sketch: FeatureSketch = {}): Feature {
  const {
    ids = ["id"],
    columns = [column("id")],
    fields = ["default"],
    description,
    selected = true,
    ...rest
  } = sketch;
  const parts = key.split("/");
  const className = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  const decl: FeatureDecl = {
    id: { module: FILE, name: className },
    className,
    span: somewhere(),
    base: "BaseSQLModelFeature",
    table: true,
    spec: {
      key: { parts: parts.map(at), span: somewhere() },
      idColumns: ids.map(at),
      idColumnsSpan: somewhere(),
      deps: [],
      fields: [],
      metadata: { kind: "object", entries: [], span: somewhere() },
      description: description === undefined ? null : at(description),
      span: somewhere(),
    },
    columns,
    project: null,
    tableName: null,
    tableArgs: [],
    tableOptions: { dialects: {} },
    injection: { primaryKey: null, index: null },
    doc: null,
    modules: [FILE],
    ...rest,
  };
  return {
    key,
    parts,
    project: "shop",
    selected,
    decl,
    spec: { key, id_columns: ids, deps: [], fields: [], metadata: {}, description: description ?? null },
    idColumns: ids,
    fields: fields.map((name) => ({ key: name, codeVersion: "1", parents: [], span: somewhere() })),
    upstream: [],
    downstream: [],
    locked: null,
  };
}

/** A graph of features in the order given. */
export function graphOf(...features: readonly Feature[]): FeatureGraph {
  return { features, byKey: new Map(features.map((each) => [each.key, each])), project: "shop" };
}

/** An in-memory DuckDB store named `dev`. */
export function target(more: Partial<Target> = {}): LoweringTarget {
  return loweringTarget({
    name: "dev",
    dialect: "duckdb",
    isStore: true,
    tablePrefix: "",
    displayUrl: null,
    mapDatatype: false,
    mapDatatypeSpan: null,
    dialectOptions: {},
    hasFallbackStores: false,
    prefixSpan: null,
    ...more,
  });
}

/** The naming convention a project without one gets. */
const CONVENTION = {
  pk: "pk_%(table_name)s",
  ix: "ix_%(column_0_label)s",
  uq: "uq_%(table_name)s_%(column_0_name)s",
  ck: "ck_%(table_name)s_%(constraint_name)s",
  fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
};

/** The defaults of the command line. */
export function options(more: Partial<CompileOptions> = {}): CompileOptions {
  return {
    project: "shop",
    defaultProject: "shop",
    fileStores: [],
    allProjects: false,
    sqlmodelEnabled: true,
    configFile: null,
    inferTableNames: true,
    injectPrimaryKey: { forced: null, configured: false },
    injectPrimaryKeySpan: null,
    injectIndex: { forced: null, configured: false },
    compat: "native",
    keyLayout: "data_version",
    columnNaming: "preserve",
    ifNotExists: false,
    namingConvention: CONVENTION,
    hashTruncationLength: 8,
    style: { keywordCase: null, indentWidth: null },
    emit: ["sql", "json"],
    targets: [],
    lockFile: null,
    lockPath: "metaxy.lock",
    extraFeatures: { all: false, projects: [], keys: [] },
    ...more,
  };
}

/** What `[ext.sqlmodel]` asks for. */
export const ON = { forced: null, configured: true };

/** Options that agree with Python, where nobody set a convention. */
export function pythonOptions(more: Partial<CompileOptions> = {}): CompileOptions {
  return options({ compat: "sqlmodel", namingConvention: {}, injectPrimaryKey: ON, ...more });
}

/** Lowers features of which nothing may be reported. */
export function lowerCleanly(features: readonly Feature[], given = options(), store = target()): readonly Table[] {
  const { value, diagnostics } = lowerFeatures(graphOf(...features), store, given);
  if (diagnostics.length > 0) throw new Error(`unexpected: ${messagesOf(diagnostics).join("; ")}`);
  return value;
}

/** Lowers one feature of which nothing may be reported. */
export function lowerOne(only: Feature, given = options(), store = target()): Table {
  const [table] = lowerCleanly([only], given, store);
  if (table === undefined) throw new Error("the feature made no table");
  return table;
}

/** What is reported about features. */
export function reportOf(features: readonly Feature[], given = options(), store = target()): readonly Diagnostic[] {
  return lowerFeatures(graphOf(...features), store, given).diagnostics;
}

/** `MXC2601 message` of each diagnostic. */
export function messagesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return findingsOf(diagnostics, () => "").map(({ code, message }) => `${code} ${message}`);
}

/** The column of a table by its SQL name. */
export function columnOf(table: Table, name: string): TableColumn {
  const found = table.columns.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

/** The names of a table's columns after the ten system columns. */
export function userColumns(table: Table): readonly string[] {
  return table.columns.filter(({ system }) => !system).map(({ name }) => name);
}

/** A pointer of a foreign key at an unprefixed table. */
export function toTable(table: string, name: string): ForeignKeyTarget {
  return { kind: "table", table, column: name, span: somewhere() };
}

/** A pointer of a foreign key at a feature class. */
export function toClass(name: string, columnName: string): ForeignKeyTarget {
  return { kind: "class", id: { module: FILE, name }, column: columnName, span: somewhere() };
}

/** `new Index(…)` over columns. */
export function index(columns: readonly string[], more: Partial<TableArg & { kind: "index" }> = {}): TableArg {
  return {
    kind: "index",
    name: null,
    columns: columns.map((name) => ({ column: at(name), expression: null, descending: false })),
    unique: false,
    where: null,
    using: null,
    include: [],
    span: somewhere(),
    ...more,
  };
}

/** `new UniqueConstraint(…)`, `new PrimaryKeyConstraint(…)`. */
export function key(kind: "unique" | "primary-key", columns: readonly string[], name: string | null = null): TableArg {
  return { kind, name: name === null ? null : at(name), columns: columns.map(at), span: somewhere() };
}

/** `new CheckConstraint(…)`. */
export function check(expression: string, name: string | null = null): TableArg {
  return { kind: "check", name: name === null ? null : at(name), expression: at(expression), span: somewhere() };
}

/** `new ForeignKeyConstraint(…)`. */
export function foreignKey(
  columns: readonly string[],
  targets: readonly ForeignKeyTarget[],
  more: Partial<TableArg & { kind: "foreign-key" }> = {},
): TableArg {
  return {
    kind: "foreign-key",
    name: null,
    columns: columns.map(at),
    targets,
    onDelete: null,
    onUpdate: null,
    span: somewhere(),
    ...more,
  };
}
