// A filter must be a condition that Metaxy can parse, over columns that the upstream feature has.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Located, Span } from "../../model/span.ts";
import type { FeatureDepDecl } from "../../model/spec.ts";
import { isSystemColumn } from "../../model/system-columns.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature } from "../context.ts";
import { parseFilter } from "../filter-parser.ts";
import { renamedColumns } from "./upstream-columns.ts";

/** Reports filters that do not parse and columns in them that are not known. */
export function* checkFilters(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const dep of spec.deps) {
      const upstream = findFeature(context, dep.feature);
      for (const filter of dep.filters ?? []) yield* checkFilter(filter, dep, upstream);
    }
  }
}

/** Filters apply after `rename`. */
function* checkFilter(
  filter: Located<string>,
  dep: FeatureDepDecl,
  upstream: KnownFeature | null,
): Iterable<Diagnostic> {
  const parsed = parseFilter(filter.value);
  if (parsed.kind === "fault") {
    yield diagnose("MXC2088", { problem: parsed.problem }, placeInside(filter, parsed.start, parsed.end));
    return;
  }
  if (upstream === null) return;
  const columns = renamedColumns(new Set([...upstream.idColumns, ...upstream.columns]), dep);
  const reported = new Set<string>();
  for (const { name, start, end } of parsed.columns) {
    if (columns.has(name) || isSystemColumn(name) || reported.has(name)) continue;
    reported.add(name);
    const args = { column: name, feature: upstream.key, suggestion: didYouMean(name, columns) };
    yield diagnose("MXC2089", args, placeInside(filter, start, end));
  }
}

/** A part of a text, if it was written as one literal without escapes; else the whole of it. */
function placeInside({ value, span }: Located<string>, start: number, end: number): Span {
  if (span.end - span.start !== value.length + 2) return span;
  return { file: span.file, start: span.start + 1 + start, end: span.start + 1 + Math.max(end, start + 1) };
}
