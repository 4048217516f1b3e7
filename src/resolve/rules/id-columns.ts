// Id columns identify a sample: there must be some, each once, declared, never null, and given by the pipeline rather
// than by the database.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { ColumnDecl, FeatureDecl } from "../../model/feature.ts";
import { columnNameOf } from "../../model/names.ts";
import type { Located, Span } from "../../model/span.ts";
import { isSystemColumn } from "../../model/system-columns.ts";
import { columnNames, findColumn, generatingOption, isNullable } from "../columns.ts";
import type { Context, ResolveOptions } from "../context.ts";

/** Reports what is wrong with `idColumns` and with the columns it names. */
export function* checkIdColumns({ decls, options }: Context): Iterable<Diagnostic> {
  for (const decl of decls) {
    const { idColumns, idColumnsSpan } = decl.spec;
    if (idColumns.length === 0) yield diagnose("MXC2020", {}, idColumnsSpan);
    const seen = new Map<string, Span>();
    for (const id of idColumns) {
      const first = seen.get(id.value);
      if (first !== undefined) {
        yield diagnose("MXC2021", { column: id.value }, id.span, [{ message: "the first one", span: first }]);
      } else if (isSystemColumn(id.value)) yield diagnose("MXC2022", { column: id.value }, id.span);
      else yield* checkColumn(id, decl, options);
      seen.set(id.value, first ?? id.span);
    }
  }
}

function* checkColumn(id: Located<string>, decl: FeatureDecl, options: ResolveOptions): Iterable<Diagnostic> {
  const column = findColumn(decl, id.value, options);
  if (column === null) {
    const suggestion = didYouMean(id.value, columnNames(decl, options));
    const args = { column: id.value, className: decl.className, suggestion };
    yield decl.table ? diagnose("MXC2023", args, id.span) : diagnose("MXC2024", args, id.span);
    return;
  }
  yield* checkName(id, column, options);
  yield* checkValue(id, column, decl);
}

/** Metaxy looks for the name in the database, so the name there is the one to state. */
function* checkName(id: Located<string>, column: ColumnDecl, options: ResolveOptions): Iterable<Diagnostic> {
  const name = columnNameOf(column, options.columnNaming);
  if (name === id.value) return;
  yield diagnose("MXC2028", { property: id.value, column: name }, id.span, [
    { message: `the column '${name}'`, span: column.options.name?.span ?? column.span },
  ]);
}

function* checkValue(id: Located<string>, column: ColumnDecl, decl: FeatureDecl): Iterable<Diagnostic> {
  const related = [{ message: "an id column here", span: id.span }];
  if (isNullable(column)) {
    const place = column.options.nullable?.span ?? column.typeSpan;
    const args = { column: id.value };
    yield decl.table ? diagnose("MXC2025", args, place, related) : diagnose("MXC2026", args, place, related);
  }
  const generating = generatingOption(column);
  if (generating !== null) {
    yield diagnose("MXC2027", { column: id.value, option: generating.name }, generating.at.span, related);
  }
}
