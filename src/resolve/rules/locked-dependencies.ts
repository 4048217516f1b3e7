// What a locked feature depends on must be locked or declared too: Python cannot compute its version otherwise.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";
import { findTarget } from "../context.ts";

/** Reports each feature that an entry of the lock file needs and nobody has. */
export function* checkLockedDependencies(context: Context): Iterable<Diagnostic> {
  for (const { key, spec, span } of context.options.locked ?? []) {
    if (context.known.get(key)?.decl !== null) continue;
    const targets = spec.deps.map(({ feature }) => findTarget(context, feature));
    const missing = targets.flatMap((target) => (target.kind === "unknown-key" ? [target.key] : []));
    for (const upstream of new Set(missing)) yield diagnose("MXC2802", { key, upstream }, span);
  }
}
