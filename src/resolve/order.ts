// The order of features: parents first, then by key as Python compares keys. Nothing recurses, so a chain of any
// length is fine. Members of a cycle have no place in such an order and come last.

import { compareParts } from "../model/text-order.ts";

/** What ordering needs to know of a feature. */
export interface Ordered {
  readonly key: string;
  readonly parts: readonly string[];
  readonly upstream: readonly string[];
}

/** Sorts by the length of the longest path from a root, then by key. */
export function orderFeatures<T extends Ordered>(features: readonly T[]): T[] {
  const depths = longestPaths(features);
  const placed = features.map((feature) => ({ feature, depth: depths.get(feature.key) ?? Number.POSITIVE_INFINITY }));
  placed.sort((a, b) => (a.depth === b.depth ? compareParts(a.feature.parts, b.feature.parts) : a.depth - b.depth));
  return placed.map(({ feature }) => feature);
}

/** Depth by key: 0 for a root. Features in or below a cycle have none. */
function longestPaths(features: readonly Ordered[]): ReadonlyMap<string, number> {
  const downstream = downstreamKeys(features);
  const waiting = new Map(features.map((feature) => [feature.key, feature.upstream.length]));
  const depths = new Map<string, number>();
  let level = features.filter((feature) => feature.upstream.length === 0).map((feature) => feature.key);
  for (let depth = 0; level.length > 0; depth++) {
    const next: string[] = [];
    for (const key of level) {
      depths.set(key, depth);
      for (const child of downstream.get(key) ?? []) {
        const left = (waiting.get(child) ?? 0) - 1;
        waiting.set(child, left);
        if (left === 0) next.push(child);
      }
    }
    level = next;
  }
  return depths;
}

/** Keys of the features that depend on each feature, in the order given. */
export function downstreamKeys(features: readonly Ordered[]): ReadonlyMap<string, readonly string[]> {
  const downstream = new Map<string, string[]>(features.map((feature) => [feature.key, []]));
  for (const feature of features) {
    for (const key of feature.upstream) downstream.get(key)?.push(feature.key);
  }
  return downstream;
}
