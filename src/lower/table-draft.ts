// A feature table half way: its name and columns are settled, its keys and constraints are not. Everything that needs to
// look a column up does so here.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Feature, FeatureDecl } from "../model/feature.ts";
import { tableNameOf } from "../model/names.ts";
import type { CompileOptions } from "../model/project.ts";
import type { Located } from "../model/span.ts";
import { type ColumnSet, findColumnName, lowerColumns, spellingsOf, writableColumns } from "./columns.ts";
import { type NamingScheme, namingScheme } from "./constraint-name.ts";
import { checkName } from "./identifier.ts";
import type { LoweringTarget } from "./lowering-target.ts";
import type { NamingSubject } from "./naming.ts";

/** A feature on its way to a table. */
export interface TableDraft {
  readonly feature: Feature;
  readonly decl: FeatureDecl;
  /** The table's name in the store. */
  readonly name: string;
  /** The same without the store's prefix. */
  readonly baseName: string;
  readonly schema: string | null;
  readonly columns: ColumnSet;
  readonly naming: NamingScheme;
  readonly options: CompileOptions;
}

/** Settles the name and the columns of a feature's table. */
export function draftTable(
  feature: Feature,
  decl: FeatureDecl,
  target: LoweringTarget,
  options: CompileOptions,
  report: Diagnostic[],
): TableDraft {
  const baseName = decl.tableName?.value ?? tableNameOf(feature.parts);
  const schema = decl.tableOptions.schema ?? null;
  if (decl.tableName !== null) report.push(...checkTableName(feature, decl.tableName, options));
  if (schema !== null) report.push(...checkName("schema", schema.value, schema.span));
  return {
    feature,
    decl,
    name: target.tablePrefix + baseName,
    baseName,
    schema: schema?.value ?? null,
    columns: lowerColumns(feature, decl, target, options, report),
    naming: namingScheme(target, options),
    options,
  };
}

/** What a naming convention sees of a constraint over some columns of a table. */
export function subjectOf(
  { name, baseName, schema, options }: TableDraft,
  columns: readonly string[],
  constraintName: string | null,
  referred: NamingSubject["referred"] = null,
): NamingSubject {
  // Python names constraints when the class is made and keeps the names when a store's prefix is put before the table's.
  const table = options.compat === "sqlmodel" ? baseName : name;
  return { table, schema, columns, constraintName, referred };
}

/** The SQL names the author's column names stand for, without repeats. Unknown ones are reported and left out. */
export function findColumns(
  { decl, columns }: TableDraft,
  what: string,
  written: readonly Located<string>[],
  report: Diagnostic[],
): readonly string[] {
  const writable = writableColumns(columns.user);
  const found = written.flatMap(({ value, span }) => {
    const name = findColumnName(writable, value);
    if (name !== null) return [name];
    const suggestion = didYouMean(value, spellingsOf(writable));
    report.push(diagnose("MXC2620", { what, name: value, className: decl.className, suggestion }, span));
    return [];
  });
  return [...new Set(found)];
}

function checkTableName(feature: Feature, name: Located<string>, { compat }: CompileOptions): readonly Diagnostic[] {
  const expected = tableNameOf(feature.parts);
  if (compat === "sqlmodel" && name.value !== expected) {
    return [diagnose("MXC2651", { name: name.value, expected }, name.span)];
  }
  return checkName("table", name.value, name.span);
}
