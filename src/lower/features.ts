// Features become logical tables of one store: system columns and declared ones, keys, indexes, constraints and names.
// What a dialect calls a type, and how long its names may be, is left to those who know the dialect.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { FeatureGraph } from "../model/feature.ts";
import type { CompileOptions } from "../model/project.ts";
import type { PrimaryKey, Table, TableColumn } from "../model/table.ts";
import { checkActions } from "./actions.ts";
import { deriveChecks, lowerCheckConstraints, lowerIndexes, lowerUniqueConstraints } from "./constraints.ts";
import { lowerForeignKeys } from "./foreign-keys.ts";
import { checkPrefix, checkText, checkValueText } from "./identifier.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import { checkConvention } from "./naming.ts";
import { orderTables } from "./order-tables.ts";
import { lowerPrimaryKey, withKeyNullability } from "./primary-key.ts";
import { checkReferences } from "./references.ts";
import { type TableCatalog, tableCatalog } from "./table-catalog.ts";
import { draftTable, type TableDraft } from "./table-draft.ts";
import { nameParts } from "./table-names.ts";

/** What features become in a store. */
export interface LoweredFeatures extends Checked<readonly Table[]> {
  /** Tables of features that are not selected, as far as foreign keys lead to them. */
  readonly elsewhere: readonly Table[];
}

/**
 * The tables of all selected features that have one, each after the tables it refers to.
 *
 * @example lowerFeatures(graph, target, options).value[0].name // "dev_video"
 */
export function lowerFeatures(graph: FeatureGraph, target: LoweringTarget, options: CompileOptions): LoweredFeatures {
  const report: Diagnostic[] = [
    ...checkConvention(options.namingConvention),
    // The start of every table's name; what is wrong with it is said once.
    ...checkPrefix("table_prefix", target.tablePrefix, target.prefixSpan),
  ];
  const drafts = graph.features.flatMap((feature) => {
    const { decl, selected } = feature;
    return selected && decl?.table === true ? [draftTable(feature, decl, target, options, report)] : [];
  });
  const catalog = tableCatalog(graph, drafts, target, options);
  const tables = drafts.map((draft) => lowerTable(draft, catalog, target, report));
  // What is wrong with those is no concern of this run.
  const elsewhere = catalog.elsewhere().map((draft) => lowerTable(draft, catalog, target, []));
  for (const each of checkReferences(tables, elsewhere)) report.push(each);
  return { value: orderTables(tables), diagnostics: report, elsewhere };
}

function lowerTable(draft: TableDraft, catalog: TableCatalog, target: LoweringTarget, report: Diagnostic[]): Table {
  const primaryKey = lowerPrimaryKey(draft, report);
  const indexes = lowerIndexes(draft, report);
  const uniqueConstraints = lowerUniqueConstraints(draft, report);
  const foreignKeys = lowerForeignKeys(draft, catalog, report);
  for (const value of Object.values(draft.decl.tableOptions.dialects)) checkValueText("a table option", value, report);
  const keyed = new Set([
    ...(primaryKey?.columns ?? []),
    ...indexes.flatMap(({ parts }) => parts.flatMap(({ column }) => column ?? [])),
    ...[...uniqueConstraints, ...foreignKeys].flatMap(({ columns }) => columns),
  ]);
  const columns = finishColumns(draft, primaryKey, keyed, report);
  checkActions(foreignKeys, columns, draft.options.compat, report);
  const checkConstraints = [...lowerCheckConstraints(draft, report), ...deriveChecks(draft, columns, target)];
  return {
    name: draft.name,
    schema: draft.schema,
    feature: draft.feature.key,
    kind: "feature",
    comment: tableComment(draft, report),
    columns,
    ...nameParts({ primaryKey, indexes, uniqueConstraints, checkConstraints, foreignKeys }, draft.naming, report),
    dialectOptions: draft.decl.tableOptions.dialects,
    source: draft.decl.span,
  };
}

/** Columns with all that depends on the keys: nullability, and the mark for key columns. */
function finishColumns(
  draft: TableDraft,
  primaryKey: Pick<PrimaryKey, "columns"> | null,
  keyed: ReadonlySet<string>,
  report: Diagnostic[],
): readonly TableColumn[] {
  const columns = withKeyNullability(draft, draft.columns.columns, primaryKey, report);
  const marked = columns.map((column) => (keyed.has(column.name) ? asKey(column) : column));
  if (draft.options.compat === "sqlmodel") checkImplicitNumbering(draft, marked, primaryKey, report);
  return marked;
}

const keyTwins = new WeakMap<TableColumn, TableColumn>();

/** The column marked as part of a key. System columns are shared between tables, and so are their marked twins. */
function asKey(column: TableColumn): TableColumn {
  if (!column.system) return { ...column, key: true };
  const twin = keyTwins.get(column) ?? { ...column, key: true };
  keyTwins.set(column, twin);
  return twin;
}

/** SQLAlchemy lets the server number a lone integer key that has neither a default nor a foreign key, an id column too. */
function checkImplicitNumbering(
  { columns: { user, ids } }: TableDraft,
  columns: readonly TableColumn[],
  primaryKey: Pick<PrimaryKey, "columns"> | null,
  report: Diagnostic[],
): void {
  const [name, ...others] = primaryKey?.columns ?? [];
  if (name === undefined || others.length > 0 || !ids.includes(name)) return;
  const options = user.find((column) => column.name === name)?.decl.options;
  if (options?.foreignKey !== undefined || options?.type !== undefined) return;
  if (options?.autoincrement !== undefined || options?.defaultSql !== undefined) return;
  const column = columns.find((candidate) => candidate.name === name);
  if (column !== undefined && /^u?int\d/.test(column.type.kind)) {
    report.push(diagnose("MXC2653", { name }, column.source));
  }
}

/** `tableArgs`, else the spec, else the JSDoc; an empty text means no comment. Python knows the first one only. */
function tableComment({ decl, options }: TableDraft, report: Diagnostic[]): string | null {
  const { comment } = decl.tableOptions;
  const { description } = decl.spec;
  const own = comment?.value ?? (options.compat === "sqlmodel" ? null : (description?.value ?? decl.doc));
  if (own === null || own === "") return null;
  report.push(...checkText("the table's comment", own, comment?.span ?? description?.span ?? decl.span));
  return own;
}
