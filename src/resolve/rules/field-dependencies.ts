// A field's explicit parents must be fields of features that its own feature depends on.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Span } from "../../model/span.ts";
import type { FieldDepDecl, FieldSpecDecl } from "../../model/spec.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature, findTarget, keyText, refText } from "../context.ts";

/** Reports explicit parents that do not exist, that are not upstream, or that Metaxy ignores. */
export function* checkFieldDependencies(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    const upstream = spec.deps.map((dep) => findFeature(context, dep.feature));
    for (const field of spec.fields) {
      if (spec.deps.length === 0) yield* checkIgnored(field);
      else yield* checkField(field, upstream, context);
    }
  }
}

/** Python drops them without a word. */
function* checkIgnored(field: FieldSpecDecl): Iterable<Diagnostic> {
  const first = field.deps === "all" ? undefined : field.deps[0];
  if (first !== undefined) yield diagnose("MXC2067", { field: keyText(field.key) }, first.span);
}

function* checkField(
  field: FieldSpecDecl,
  upstream: readonly (KnownFeature | null)[],
  context: Context,
): Iterable<Diagnostic> {
  if (field.deps === "all") return;
  const seen = new Map<string, Mentioned>();
  for (const dep of field.deps) {
    const target = findTarget(context, dep.feature);
    if (target.kind === "broken") continue;
    if (target.kind === "feature" && upstream.includes(target.feature)) {
      yield* checkRepeated(dep, target.feature, seen);
      yield* checkNames(dep, target.feature);
    }
    // A dependency that leads nowhere has been reported; the feature meant may be that one.
    else if (!upstream.includes(null)) yield notUpstream(dep, upstream);
  }
}

/** Python adds up what several name of one feature; one that names nothing more is a slip. */
function* checkRepeated(dep: FieldDepDecl, { key }: KnownFeature, seen: Map<string, Mentioned>): Iterable<Diagnostic> {
  const names = dep.fields === "all" ? [EVERY_FIELD] : dep.fields.map(keyText);
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, { span: dep.feature.span, names: new Set(names) });
    return;
  }
  if (first.names.has(EVERY_FIELD) || names.every((name) => first.names.has(name))) {
    yield diagnose("MXC2064", { key }, dep.feature.span, [{ message: "the first one", span: first.span }]);
  }
  for (const name of names) first.names.add(name);
}

/** No key is empty. */
const EVERY_FIELD = "";

/** What a field's dependencies have named of a feature so far. */
interface Mentioned {
  readonly span: Span;
  readonly names: Set<string>;
}

function notUpstream(dep: FieldDepDecl, upstream: readonly (KnownFeature | null)[]): Diagnostic {
  const feature = refText(dep.feature);
  const keys = upstream.flatMap((known) => known?.key ?? []);
  return diagnose("MXC2065", { feature, suggestion: didYouMean(feature, keys) }, dep.feature.span);
}

function* checkNames(dep: FieldDepDecl, feature: KnownFeature): Iterable<Diagnostic> {
  if (dep.fields === "all") return;
  for (const key of dep.fields) {
    const field = keyText(key);
    if (feature.fields.has(field)) continue;
    const suggestion = didYouMean(field, feature.fields.keys());
    yield diagnose("MXC2066", { field, feature: feature.key, suggestion }, key.span);
  }
}
