// Finds the table a foreign key points at: by class, or by the unprefixed name the author writes. Knows the tables of all
// features, also of those that are not compiled, and Metaxy's system tables.

import { didYouMean } from "../diagnostics/suggest.ts";
import type { Feature, FeatureDecl, FeatureGraph, ForeignKeyTarget } from "../model/feature.ts";
import { tableNameOf } from "../model/names.ts";
import type { CompileOptions } from "../model/project.ts";
import type { ClassId } from "../model/value.ts";
import { type ColumnName, writableColumns } from "./columns.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import { SYSTEM_TABLE_COLUMNS } from "./system-tables.ts";
import { draftTable, type TableDraft } from "./table-draft.ts";

/** A table as a foreign key sees it. */
export interface TargetTable {
  readonly name: string;
  readonly baseName: string;
  readonly schema: string | null;
  /** Null where nobody knows the columns. */
  readonly columns: readonly ColumnName[] | null;
  /** Whether the store's prefix stands before its name. */
  readonly prefixed: boolean;
}

/** What a foreign key's target turned out to be. */
type FoundTable =
  | { readonly kind: "table"; readonly table: TargetTable }
  /** Nobody here makes it. */
  | { readonly kind: "foreign"; readonly table: TargetTable; readonly suggestion: string }
  | { readonly kind: "problem"; readonly name: string; readonly reason: string };

/** Finds tables; built once per store. */
export interface TableCatalog {
  readonly find: (target: ForeignKeyTarget) => FoundTable;
  /** Features of other projects whose tables have been found so far. */
  readonly elsewhere: () => readonly TableDraft[];
}

/** Indexes every table of a store. The lookup tables are made when the first foreign key asks. */
export function tableCatalog(
  graph: FeatureGraph,
  drafts: readonly TableDraft[],
  target: LoweringTarget,
  options: CompileOptions,
): TableCatalog {
  let lookup: ReadonlyMap<string, Feature> | null = null;
  const drafted = new Map(drafts.map((draft) => [draft.feature, draft]));
  const elsewhere = new Map<Feature, TableDraft>();
  const draftOf = (feature: Feature, decl: FeatureDecl) => {
    // Mistakes in a class that is not compiled are no concern of this run.
    const draft = drafted.get(feature) ?? elsewhere.get(feature) ?? draftTable(feature, decl, target, options, []);
    if (!drafted.has(feature)) elsewhere.set(feature, draft);
    return draft;
  };
  const find: TableCatalog["find"] = (pointer) => {
    lookup ??= featureLookup(graph);
    const feature = lookup.get(pointer.kind === "class" ? classKey(pointer.id) : pointer.table);
    if (feature !== undefined) return featureTable(feature, draftOf, target);
    if (pointer.kind === "class") return { kind: "problem", name: pointer.id.name, reason: "is not a feature class" };
    const table = systemTable(pointer.table, target);
    if (table !== null) return { kind: "table", table };
    const suggestion = didYouMean(pointer.table, [...tableNames(lookup), ...SYSTEM_TABLE_COLUMNS.keys()]);
    return { kind: "foreign", table: foreignTable(pointer.table), suggestion };
  };
  return { find, elsewhere: () => [...elsewhere.values()] };
}

function featureTable(
  feature: Feature,
  draftOf: (feature: Feature, decl: FeatureDecl) => TableDraft,
  target: LoweringTarget,
): FoundTable {
  const { decl } = feature;
  if (decl === null) return { kind: "table", table: prefixedTable(tableNameOf(feature.parts), null, null, target) };
  if (!decl.table) return { kind: "problem", name: decl.className, reason: "has no table" };
  const draft = draftOf(feature, decl);
  return {
    kind: "table",
    table: prefixedTable(draft.baseName, draft.schema, writableColumns(draft.columns.user), target),
  };
}

function systemTable(name: string, target: LoweringTarget): TargetTable | null {
  const columns = SYSTEM_TABLE_COLUMNS.get(name);
  if (columns === undefined) return null;
  const named = columns.map((column) => ({ name: column, property: column }));
  return prefixedTable(name, null, named, target);
}

function prefixedTable(
  baseName: string,
  schema: string | null,
  columns: TargetTable["columns"],
  { tablePrefix }: LoweringTarget,
): TargetTable {
  return { name: tablePrefix + baseName, baseName, schema, columns, prefixed: true };
}

/** A table Metaxy knows nothing of, taken at the author's word: `users`, or `auth.users`. */
function foreignTable(written: string): TargetTable {
  const dot = written.lastIndexOf(".");
  const name = written.slice(dot + 1);
  return { name, baseName: name, schema: dot < 0 ? null : written.slice(0, dot), columns: null, prefixed: false };
}

/** Features by class and by unprefixed table name. Keys of the two kinds cannot meet: only the first have a line feed. */
function featureLookup(graph: FeatureGraph): ReadonlyMap<string, Feature> {
  const lookup = new Map<string, Feature>();
  for (const feature of graph.features) {
    const { decl } = feature;
    if (decl !== null) lookup.set(classKey(decl.id), feature);
    const baseName = decl?.tableName?.value ?? tableNameOf(feature.parts);
    const schema = decl?.tableOptions.schema?.value;
    lookup.set(schema === undefined ? baseName : `${schema}.${baseName}`, feature);
  }
  return lookup;
}

function tableNames(lookup: ReadonlyMap<string, Feature>): readonly string[] {
  return [...lookup.keys()].filter((key) => !key.includes("\n"));
}

function classKey({ module, name }: ClassId): string {
  return `${module}\n${name}`;
}
