// What a lock file states of a feature against what it makes of it. Python takes no notice of the statement and computes
// anew, so a statement that differs is an entry somebody edited, merged badly, or cut to another length.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { FeatureGraph, LockedFeature } from "../model/feature.ts";
import { keyTextOf } from "../model/names.ts";
import type { Span } from "../model/span.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";

/** Reports one version per locked feature. Features below one that is wrong or incomplete are not news. */
export function checkLocked(graph: FeatureGraph, versions: GraphVersions["features"]): readonly Diagnostic[] {
  const wrong = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { key, locked, upstream } of graph.features) {
    const computed = versions.get(key);
    if (locked === null || computed === undefined) continue;
    const isComplete = hasAllUpstream(locked, graph);
    const difference = isComplete ? findDifference(locked, computed) : null;
    if (isComplete && difference === null) continue;
    wrong.add(key);
    if (difference === null || upstream.some((parent) => wrong.has(parent))) continue;
    const { span, ...args } = difference;
    diagnostics.push(diagnose("MXC2800", { key, ...args }, span));
  }
  return diagnostics;
}

/** Whether everything that its versions are computed from is there; resolve has reported what is not. */
function hasAllUpstream({ spec }: LockedFeature, graph: FeatureGraph): boolean {
  return spec.deps.every(({ feature }) => {
    return feature.kind === "class" || graph.byKey.has(keyTextOf(feature.key.parts.map((part) => part.value)));
  });
}

interface Difference {
  readonly what: string;
  /** Null for a version that is not there. */
  readonly stated: string | null;
  /** Null for the version of a field that is not there. */
  readonly computed: string | null;
  readonly span: Span;
}

/** The narrowest version that differs: a field's, else the feature's, else the definition's. */
function findDifference({ versions, span }: LockedFeature, computed: FeatureVersions): Difference | null {
  const { places } = versions;
  const stated = new Map(Object.entries(versions.fieldVersions));
  const fields = [...new Set([...computed.fieldVersions.keys(), ...stated.keys()])].map((field) =>
    differ(
      `version of field '${field}'`,
      stated.get(field) ?? null,
      computed.fieldVersions.get(field) ?? null,
      places.fields[field] ?? span,
    ),
  );
  return (
    fields.find((each) => each !== null) ??
    differ("version", versions.featureVersion, computed.featureVersion, places.version) ??
    differ("definition version", versions.definitionVersion, computed.definitionVersion, places.definitionVersion)
  );
}

function differ(what: string, stated: string | null, computed: string | null, span: Span): Difference | null {
  return stated === computed ? null : { what, stated, computed, span };
}
