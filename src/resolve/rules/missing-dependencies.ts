// A dependency must lead to a feature.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Context } from "../context.ts";
import { findTarget } from "../context.ts";

/** Reports dependencies on keys that no feature has. That a class is a feature was checked where it was read. */
export function* checkMissingDependencies(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const { feature: ref } of spec.deps) {
      const target = findTarget(context, ref);
      if (target.kind !== "unknown-key") continue;
      const suggestion = didYouMean(target.key, context.known.keys());
      yield diagnose("MXC2060", { key: target.key, suggestion }, ref.span);
    }
  }
}
