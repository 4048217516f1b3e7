// Finding and describing the columns of one declaration.

import type { ColumnDecl, FeatureDecl } from "../model/feature.ts";
import { columnNameOf } from "../model/names.ts";
import type { Span } from "../model/span.ts";
import type { ResolveOptions } from "./context.ts";

/** The column of a name, which may be its SQL name or its property's; null when there is none. */
export function findColumn(decl: FeatureDecl, name: string, options: ResolveOptions): ColumnDecl | null {
  return (
    decl.columns.find((column) => columnNameOf(column, options.columnNaming) === name) ??
    decl.columns.find((column) => column.property === name) ??
    null
  );
}

/** SQL names of the columns, for suggestions. */
export function columnNames(decl: FeatureDecl, options: ResolveOptions): string[] {
  return decl.columns.map((column) => columnNameOf(column, options.columnNaming));
}

/** What the database will allow: the type's word, unless `Field({ nullable })` overrides it. */
export function isNullable(column: ColumnDecl): boolean {
  return column.options.nullable?.value ?? column.nullable;
}

/** The first option that leaves a column's value to the database. */
export function generatingOption(
  column: ColumnDecl,
): { readonly name: string; readonly at: { readonly span: Span | null } } | null {
  const { autoincrement, defaultSql, generatedSql } = column.options;
  if (autoincrement?.value === true) return { name: "autoincrement", at: autoincrement };
  if (defaultSql !== undefined) return { name: "defaultSql", at: defaultSql };
  return generatedSql === undefined ? null : { name: "generatedSql", at: generatedSql };
}
