// A feature key must be declared once.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";
import { keyText } from "../context.ts";

/** Reports every class whose key an earlier one has. */
export function* checkDuplicateKeys(context: Context): Iterable<Diagnostic> {
  for (const decl of context.decls) {
    const key = keyText(decl.spec.key);
    const first = context.known.get(key)?.decl;
    if (!first || first === decl) continue;
    yield diagnose("MXC2007", { key, first: first.className }, decl.spec.key.span, [
      { message: `${first.className} has the key too`, span: first.spec.key.span },
    ]);
  }
}
