// Which features belong into the lock file: those of other projects that the compiled ones need, directly or through others,
// and those that `extra_features` asks for, with everything they need in turn.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Feature, FeatureGraph } from "../model/feature.ts";
import type { ExtraFeatures } from "../model/project.ts";

/** The features to lock, in the order of the graph. */
export function findForeign(graph: FeatureGraph, extra: ExtraFeatures): Checked<readonly Feature[]> {
  const own = new Set(graph.features.filter(({ selected }) => selected).map(({ project }) => project));
  const needed = new Set(
    graph.features.filter((feature) => isAskedFor(feature, extra) && !own.has(feature.project)).map(({ key }) => key),
  );
  // Parents come first, so children have spoken when their parents are asked.
  for (const { key, selected, upstream } of [...graph.features].reverse()) {
    if (selected || needed.has(key)) for (const parent of upstream) needed.add(parent);
  }
  return {
    value: graph.features.filter(({ key, selected }) => !selected && needed.has(key)),
    diagnostics: extra.all ? [] : [...checkKeys(graph, extra), ...checkProjects(graph, extra)],
  };
}

function isAskedFor({ key, project }: Feature, { all, projects, keys }: ExtraFeatures): boolean {
  return all || projects.some(({ value }) => value === project) || keys.some(({ value }) => value === key);
}

/** Metaxy refuses keys that its store does not hold; here they are declared or locked. */
function checkKeys({ features, byKey }: FeatureGraph, { keys }: ExtraFeatures): readonly Diagnostic[] {
  const foreign = features.filter(({ selected }) => !selected).map(({ key }) => key);
  return keys
    .filter(({ value }) => !byKey.has(value))
    .map(({ value, span }) => diagnose("MXC2805", { key: value, suggestion: didYouMean(value, foreign) }, span));
}

function checkProjects({ features }: FeatureGraph, { projects }: ExtraFeatures): readonly Diagnostic[] {
  const known = [...new Set(features.map(({ project }) => project))];
  return projects
    .filter(({ value }) => !known.includes(value))
    .map(({ value, span }) => diagnose("MXC2806", { project: value, suggestion: didYouMean(value, known) }, span));
}
