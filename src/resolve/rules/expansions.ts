// An expansion must say which columns identify the parent of a row.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";

/** Reports `LineageRelationship.expansion({ on: [] })`. */
export function* checkExpansions(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const { lineage } of spec.deps) {
      if (lineage.kind === "expansion" && lineage.on.length === 0) yield diagnose("MXC2087", {}, lineage.span);
    }
  }
}
