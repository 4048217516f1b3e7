// Diagnostics that say the same mistake again: word for word for another store, or as what follows from a mistake that an
// earlier stage has found in the same column.

import type { ColumnDecl, FeatureDecl } from "../model/feature.ts";
import type { Span } from "../model/span.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { severityOf } from "./finding.ts";

/**
 * Leaves out what a later stage says of a column (its name, type or options) in which an earlier stage has found an error.
 *
 * @example an `autoincrement` that an id column must not have is not reported again by a dialect that lacks it
 */
export function withoutConsequences(
  later: readonly Diagnostic[],
  earlier: readonly Diagnostic[],
  features: readonly FeatureDecl[],
): readonly Diagnostic[] {
  const errors = placesByFile(earlier);
  if (later.length === 0 || errors.size === 0) return later;
  const mistaken = features
    .flatMap(({ columns }) => columns)
    .filter(({ span }) => errors.has(span.file))
    .map(placesOf)
    .filter((places) => places.some((place) => errors.get(place.file)?.some((error) => isWithin(error, place))))
    .flat();
  return later.filter(({ primary }) => primary === null || !mistaken.some((place) => isWithin(primary, place)));
}

/** Each diagnostic once, though several stores gave rise to it. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, args, primary }) => {
    const key = JSON.stringify([code, args, primary]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function placesByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  for (const { code, primary } of diagnostics) {
    if (primary === null || severityOf(code) !== "error") continue;
    const known = places.get(primary.file);
    if (known === undefined) places.set(primary.file, [primary]);
    else known.push(primary);
  }
  return places;
}

/** Everything that is written about a column. */
function placesOf({ span, typeSpan, options }: ColumnDecl): readonly Span[] {
  return [span, typeSpan, ...Object.values(options).map((option) => option.span)];
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
