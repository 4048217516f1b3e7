// FeatureGraph in, the versions Python Metaxy computes for it out, bit for bit. Whether a store already knows them is
// not asked here.

import type { Checked } from "../diagnostics/diagnostic.ts";
import type { Feature, FeatureGraph } from "../model/feature.ts";
import { compareParts } from "../model/text-order.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";
import { checkLocked } from "./check-locked.ts";
import { versionFeature } from "./feature-versions.ts";
import { hashText } from "./hash.ts";

export interface VersionOptions {
  /** `hash_truncation_length`: hex digits kept at every level, 8 unless configured. */
  readonly hashTruncationLength: number;
}

/**
 * Versions of all features and of the project. The graph lists parents first, so one pass suffices.
 *
 * @example versionFeatures(graph, { hashTruncationLength: 8 }).value.projectVersion // "2f02765d"
 */
export function versionFeatures(graph: FeatureGraph, options: VersionOptions): Checked<GraphVersions> {
  const length = options.hashTruncationLength;
  const features = new Map<string, FeatureVersions>();
  for (const feature of graph.features) features.set(feature.key, versionFeature(feature, features, length));
  return {
    value: { features, projectVersion: projectVersion(graph, features, length) },
    diagnostics: checkLocked(graph, features),
  };
}

/** Keys and definition versions of the project's own features, in the order of their keys as tuples. */
function projectVersion(
  graph: FeatureGraph,
  versions: ReadonlyMap<string, FeatureVersions>,
  length: number,
): string | null {
  const own = graph.features.filter((feature) => feature.selected && feature.locked === null);
  if (own.length === 0) return "empty";
  if (new Set(own.map((feature) => feature.project)).size > 1) return null;
  const text = (feature: Feature) => feature.key + (versions.get(feature.key)?.definitionVersion ?? "");
  return hashText(
    own
      .sort((a, b) => compareParts(a.parts, b.parts))
      .map(text)
      .join(""),
    length,
  );
}
