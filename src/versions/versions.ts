// FeatureGraph in, the versions Python Metaxy computes for it out, bit for bit. Whether a store already knows them is
// not asked here.

import type { Checked } from "../diagnostics/diagnostic.ts";
import type { FeatureGraph } from "../model/feature.ts";
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
    value: { features, projectVersion: versionProject(ownFeatures(graph, features), length) },
    diagnostics: checkLocked(graph, features),
  };
}

/** What a project's version is made of. */
export interface VersionedFeature {
  readonly key: string;
  readonly parts: readonly string[];
  readonly project: string;
  readonly definitionVersion: string;
}

/**
 * The version of a project: keys and definition versions of its own features, in the order of their keys as tuples.
 * `empty` without features; null for features of several projects.
 */
export function versionProject(own: readonly VersionedFeature[], length: number): string | null {
  if (own.length === 0) return "empty";
  if (new Set(own.map(({ project }) => project)).size > 1) return null;
  const sorted = [...own].sort((a, b) => compareParts(a.parts, b.parts));
  return hashText(sorted.map(({ key, definitionVersion }) => key + definitionVersion).join(""), length);
}

/** The features that a project's version covers: those compiled here. */
export function ownFeatures(
  { features }: FeatureGraph,
  versions: GraphVersions["features"],
): readonly VersionedFeature[] {
  return features
    .filter((feature) => feature.selected && feature.locked === null)
    .map(({ key, parts, project }) => {
      return { key, parts, project, definitionVersion: versions.get(key)?.definitionVersion ?? "" };
    });
}
