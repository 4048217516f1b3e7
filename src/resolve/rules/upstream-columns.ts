// `rename`, `select` and a lineage's `on` must name columns that the upstream feature has.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Located } from "../../model/span.ts";
import type { FeatureDepDecl } from "../../model/spec.ts";
import { isSystemColumn } from "../../model/system-columns.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature } from "../context.ts";

/** Reports unknown columns: an error where the upstream feature is a table, whose columns are all declared. */
export function* checkUpstreamColumns(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const dep of spec.deps) {
      const upstream = findFeature(context, dep.feature);
      if (upstream !== null) yield* checkDep(dep, upstream);
    }
  }
}

function* checkDep(dep: FeatureDepDecl, upstream: KnownFeature): Iterable<Diagnostic> {
  if (dep.rename === null && dep.select === null && dep.lineage.kind === "identity") return;
  const before = new Set([...upstream.idColumns, ...upstream.columns]);
  const after = renamedColumns(before, dep);
  const taken = new Set(dep.rename?.map(({ from }) => from.value));
  const on = dep.lineage.kind === "identity" ? [] : (dep.lineage.on ?? []);
  yield* checkNames(dep.rename?.map(({ from }) => from) ?? [], "rename", before, upstream);
  // A name that a rename took away has a message of its own.
  const select = dep.select?.filter(({ value }) => after.has(value) || !taken.has(value)) ?? [];
  yield* checkNames(select, "select", after, upstream);
  yield* checkNames(on, "the lineage's on", new Set([...before, ...after]), upstream);
}

/** The names the columns have after `rename`. A name given to an unknown column counts: one mistake, one message. */
export function renamedColumns(columns: ReadonlySet<string>, dep: FeatureDepDecl): ReadonlySet<string> {
  const taken = new Set(dep.rename?.map(({ from }) => from.value));
  const kept = [...columns].filter((column) => !taken.has(column));
  return new Set([...kept, ...(dep.rename?.map(({ to }) => to.value) ?? [])]);
}

function* checkNames(
  names: readonly Located<string>[],
  where: string,
  columns: ReadonlySet<string>,
  upstream: KnownFeature,
): Iterable<Diagnostic> {
  for (const { value: column, span } of names) {
    if (columns.has(column) || isSystemColumn(column)) continue;
    const args = { column, where, feature: upstream.key, suggestion: didYouMean(column, columns) };
    yield upstream.isTable ? diagnose("MXC2085", args, span) : diagnose("MXC2086", args, span);
  }
}
