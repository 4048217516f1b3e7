// `rename` must give every column a name of its own, and `select` must use the names it gives.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../model/span.ts";
import type { FeatureDepDecl } from "../../model/spec.ts";
import { isSystemColumn } from "../../model/system-columns.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature } from "../context.ts";

/** Reports renames to taken names, and selections of names that a rename took away. */
export function* checkRenames(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const dep of spec.deps) {
      yield* checkTargets(dep, findFeature(context, dep.feature));
      yield* checkSelect(dep);
    }
  }
}

/** Names that none can have; then, in Python's order: system columns, then id columns, then repeats. */
function* checkTargets(dep: FeatureDepDecl, upstream: KnownFeature | null): Iterable<Diagnostic> {
  const seen = new Map<string, Span>();
  for (const { from, to } of dep.rename ?? []) {
    const names = { from: from.value, to: to.value };
    const first = seen.get(to.value);
    if (to.value === "")
      yield diagnose("MXC2601", { what: "column", name: "", problem: "no character at all" }, to.span);
    else if (isSystemColumn(to.value)) yield diagnose("MXC2081", names, to.span);
    else if (upstream?.idColumns.includes(to.value)) {
      yield diagnose("MXC2082", { ...names, feature: upstream.key }, to.span);
    } else if (first !== undefined) {
      yield diagnose("MXC2083", names, to.span, [{ message: "already given here", span: first }]);
    } else seen.set(to.value, to.span);
  }
}

/** A name that is both taken away and given, as in a swap, is fine. */
function* checkSelect(dep: FeatureDepDecl): Iterable<Diagnostic> {
  const given = new Set(dep.rename?.map(({ to }) => to.value));
  const taken = new Map(dep.rename?.map(({ from, to }) => [from.value, to.value]));
  for (const { value: column, span } of dep.select ?? []) {
    const renamed = taken.get(column);
    if (renamed !== undefined && !given.has(column)) yield diagnose("MXC2080", { column, renamed }, span);
  }
}
