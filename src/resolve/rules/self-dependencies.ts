// A feature must not depend on itself.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";
import { findFeature, keyText } from "../context.ts";

/** Reports dependencies on the feature's own key. */
export function* checkSelfDependencies(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    const key = keyText(spec.key);
    for (const { feature: ref } of spec.deps) {
      if (findFeature(context, ref)?.key !== key) continue;
      yield diagnose("MXC2062", { key }, ref.span, [{ message: `the key of the feature itself`, span: spec.key.span }]);
    }
  }
}
