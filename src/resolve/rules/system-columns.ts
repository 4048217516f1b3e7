// The ten `metaxy_*` columns are Metaxy's: a class must not declare them again, and had better not use their names
// without the prefix.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { columnNameOf } from "../../model/names.ts";
import { isSystemColumn, SYSTEM_COLUMN_PREFIX, SYSTEM_COLUMNS } from "../../model/system-columns.ts";
import type { Context } from "../context.ts";

const bareNames: ReadonlySet<string> = new Set(SYSTEM_COLUMNS.map((name) => name.slice(SYSTEM_COLUMN_PREFIX.length)));

/** Reports columns that take a system column's name, with or without the prefix. */
export function* checkSystemColumns({ decls, options }: Context): Iterable<Diagnostic> {
  for (const decl of decls) {
    for (const column of decl.columns) {
      const given = column.options.name ?? { value: column.property, span: column.span };
      const name = columnNameOf(column, options.columnNaming);
      if (isSystemColumn(given.value)) yield diagnose("MXC2030", { column: given.value }, given.span);
      else if (isSystemColumn(column.property)) yield diagnose("MXC2030", { column: column.property }, column.span);
      else if (decl.table && bareNames.has(name)) {
        yield diagnose("MXC2031", { column: name }, given.span);
      }
    }
  }
}
