// With `infer_db_table_names = false` every table feature must name its table.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { tableNameOf } from "../../model/names.ts";
import type { Context } from "../context.ts";

/** Reports table features without `tableName`. */
export function* checkInferredTableNames({ decls, options }: Context): Iterable<Diagnostic> {
  if (options.inferTableNames) return;
  for (const decl of decls) {
    if (!decl.table || decl.tableName !== null) continue;
    const inferred = tableNameOf(decl.spec.key.parts.map((part) => part.value));
    yield diagnose("MXC2041", { className: decl.className, inferred }, decl.span);
  }
}
