// A dependency listed twice says nothing new, and the options of the two may contradict each other.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { findFeature } from "../context.ts";

/** Reports every dependency on a feature that an earlier one of the same spec leads to. */
export function* checkDuplicateDependencies(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    const seen = new Map<string, Span>();
    for (const { feature: ref } of spec.deps) {
      const key = findFeature(context, ref)?.key;
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, ref.span);
      else yield diagnose("MXC2064", { key }, ref.span, [{ message: "the first one", span: first }]);
    }
  }
}
