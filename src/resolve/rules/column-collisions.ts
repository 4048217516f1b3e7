// Columns selected from several dependencies must not share a name, unless it is an id column (Metaxy 0.1,
// `versioning/validation.py`). Only dependencies with an explicit `select` count.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../model/span.ts";
import type { FeatureDepDecl, FeatureSpecDecl } from "../../model/spec.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature } from "../context.ts";

/** Reports every column that a dependency brings although an earlier one brought it. */
export function* checkColumnCollisions(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    if (spec.deps.every(({ select }) => select === null)) continue;
    const deps = spec.deps.flatMap((dep) => {
      const upstream = findFeature(context, dep.feature);
      return upstream === null ? [] : [{ dep, upstream }];
    });
    const shared = new Set(deps.flatMap(({ dep, upstream }) => idNames(dep, upstream, spec)));
    const seen = new Map<string, { readonly span: Span; readonly feature: string }>();
    for (const { dep, upstream } of deps) {
      for (const { name, span } of broughtColumns(dep, upstream)) {
        const first = seen.get(name);
        if (first === undefined) seen.set(name, { span, feature: upstream.key });
        else if (!shared.has(name)) {
          const related = [{ message: `'${first.feature}' brings it here`, span: first.span }];
          yield diagnose("MXC2084", { column: name, feature: upstream.key }, span, related);
        }
      }
    }
  }
}

interface Brought {
  readonly name: string;
  readonly span: Span;
}

/** What is selected, then what the lineage joins on, else the id columns. */
function broughtColumns(dep: FeatureDepDecl, upstream: KnownFeature): readonly Brought[] {
  if (dep.select === null) return [];
  const selected = dep.select.map(({ value, span }) => ({ name: value, span }));
  const names = new Set(selected.map(({ name }) => name));
  const on = lineageOn(dep).map((column) => renamed(column.value, dep));
  const joined = on.length > 0 ? on : upstream.idColumns.map((column) => renamed(column, dep));
  return [...selected, ...joined.filter((name) => !names.has(name)).map((name) => ({ name, span: dep.feature.span }))];
}

function lineageOn({ lineage }: FeatureDepDecl): readonly { readonly value: string }[] {
  return lineage.kind === "identity" ? [] : (lineage.on ?? []);
}

/** Names that may repeat: upstream id columns under their new names, and what each dependency is joined by. */
function idNames(dep: FeatureDepDecl, upstream: KnownFeature, spec: FeatureSpecDecl): string[] {
  const renamedIds = upstream.idColumns.map((column) => renamed(column, dep));
  if (dep.lineage.kind === "identity") return renamedIds;
  const joinedBy = dep.lineage.on ?? spec.idColumns;
  return [...renamedIds, ...joinedBy.map((column) => column.value)];
}

function renamed(column: string, dep: FeatureDepDecl): string {
  return dep.rename?.findLast(({ from }) => from.value === column)?.to.value ?? column;
}
