// The columns of one feature table: the ten system columns, then what the class declares, base classes first. Which of them
// stand in keys is decided later, when the keys are known.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnDecl, Feature, FeatureDecl } from "../model/feature.ts";
import { columnNameOf } from "../model/names.ts";
import type { CompileOptions } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { isSystemColumn, SYSTEM_COLUMNS } from "../model/system-columns.ts";
import type { TableColumn } from "../model/table.ts";
import { checkExclusiveOptions, lowerDefault } from "./column-default.ts";
import { lowerColumnType } from "./column-type.ts";
import { checkName, checkSql, checkText, foldCase } from "./identifier.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import { checkSqlmodelType } from "./sqlmodel-types.ts";
import { systemColumns } from "./system-columns.ts";

/** How an author may speak of a column. */
export interface ColumnName {
  /** The SQL name. */
  readonly name: string;
  readonly property: string;
}

/** A user column with the declaration it came from. */
interface UserColumn extends ColumnName {
  readonly decl: ColumnDecl;
}

/** The columns of a table. */
export interface ColumnSet {
  /** System columns, then those of `user`. */
  readonly columns: readonly TableColumn[];
  /** Those of the class, without repeats. */
  readonly user: readonly UserColumn[];
  /** SQL names of the id columns that exist, in the order of the spec, without repeats. */
  readonly ids: readonly string[];
}

/** Lowers the columns of a class. A column whose name is taken is reported and left out. */
export function lowerColumns(
  feature: Feature,
  decl: FeatureDecl,
  target: LoweringTarget,
  options: CompileOptions,
  report: Diagnostic[],
): ColumnSet {
  const named = decl.columns.map((column) => ({
    decl: column,
    name: columnNameOf(column, options.columnNaming),
    property: column.property,
  }));
  const user = withoutClashes(named, report);
  const ids = [
    ...new Set(feature.idColumns.flatMap((id) => (isSystemColumn(id) ? id : (findColumnName(user, id) ?? [])))),
  ];
  const columns = user.map((column) => lowerColumn(column, ids.includes(column.name), { target, options }, report));
  if (options.compat === "sqlmodel") report.push(...columns.flatMap(checkSqlmodelType));
  const system = systemColumns(feature, target.byField, options.compat);
  return { columns: [...system, ...columns], user, ids };
}

/**
 * The SQL name an author means: a SQL name, else a property. SQL names win, so that `idColumns: ["id"]` is the column named
 * `id`, whatever the property `id` is called.
 */
export function findColumnName(columns: readonly ColumnName[], written: string): string | null {
  const found = columns.find(({ name }) => name === written) ?? columns.find(({ property }) => property === written);
  return found?.name ?? null;
}

/** Everything that the author of a feature table may name. */
export function writableColumns(user: readonly ColumnName[]): readonly ColumnName[] {
  return [...user, ...SYSTEM_COLUMNS.map((name) => ({ name, property: name }))];
}

/** What an author may have meant, for suggestions. */
export function spellingsOf(columns: readonly ColumnName[]): ReadonlySet<string> {
  return new Set(columns.flatMap(({ name, property }) => [name, property]));
}

/** The place that gives a column its name. */
function nameSpan({ options, span }: ColumnDecl): Span {
  return options.name?.span ?? span;
}

/** Names are compared without case: DuckDB, SQLite, MySQL and BigQuery do, and one source serves them all. */
function withoutClashes(columns: readonly UserColumn[], report: Diagnostic[]): readonly UserColumn[] {
  const taken = new Map<string, UserColumn>();
  return columns.filter((column) => {
    // A class that writes `metaxy_*` itself has been told so where its columns were resolved.
    if (isSystemColumn(column.decl.property) || isSystemColumn(column.decl.options.name?.value ?? "")) return false;
    const folded = foldCase(column.name);
    const other = taken.get(folded);
    if (isSystemColumn(folded)) {
      report.push(diagnose("MXC2603", { name: column.name, other: folded, kind: "system" }, nameSpan(column.decl)));
      return false;
    }
    if (other !== undefined) {
      report.push(clash(column, other));
      return false;
    }
    report.push(...checkName("column", column.name, nameSpan(column.decl)));
    taken.set(folded, column);
    return true;
  });
}

function clash(column: UserColumn, other: UserColumn): Diagnostic {
  const kind = column.name === other.name ? "same" : "case";
  return diagnose("MXC2603", { name: column.name, other: other.name, kind }, nameSpan(column.decl), [
    { message: `'${other.decl.property}' is column '${other.name}'`, span: nameSpan(other.decl) },
  ]);
}

function lowerColumn(
  { decl, name }: UserColumn,
  id: boolean,
  { target, options: { compat } }: { readonly target: LoweringTarget; readonly options: CompileOptions },
  report: Diagnostic[],
): TableColumn {
  const { options } = decl;
  const nullable = options.nullable?.value ?? decl.nullable;
  const declared = lowerColumnType(decl, report);
  // The tables of SQLAlchemy are what they are.
  const type = compat === "native" ? target.storedType(declared, options.type ?? null) : declared;
  checkRawType(decl, report);
  checkExclusiveOptions(decl, report);
  const value = lowerDefault(decl, nullable, report);
  return {
    name,
    ...(decl.property === name ? {} : { property: decl.property }),
    type,
    sqlType: options.type ?? null,
    nullable,
    // A default of a SQLModel field lives in Python and never reaches the table.
    default: compat === "sqlmodel" && value?.kind === "literal" ? null : value,
    generated: lowerGenerated(decl, report),
    autoincrement: options.autoincrement?.value ?? false,
    comment: compat === "sqlmodel" ? null : columnComment(decl, report),
    system: false,
    id,
    key: false,
    source: decl.span,
    ...(type === declared ? {} : { declared }),
    ...(options.name === undefined ? {} : { nameSource: options.name.span }),
  };
}

function checkRawType({ options: { type } }: ColumnDecl, report: Diagnostic[]): void {
  if (type === undefined) return;
  checkSql("the SQL type", type, report);
}

function lowerGenerated({ options }: ColumnDecl, report: Diagnostic[]): TableColumn["generated"] {
  const { generatedSql } = options;
  if (generatedSql === undefined) return null;
  checkSql("generatedSql", generatedSql, report);
  return generatedSql;
}

/** `Field({ description })`, else the property's JSDoc; an empty description means no comment. */
function columnComment({ options, doc, span }: ColumnDecl, report: Diagnostic[]): string | null {
  const text = options.description?.value ?? doc;
  if (text === null || text === "") return null;
  report.push(...checkText("the comment", text, options.description?.span ?? span));
  return text;
}
