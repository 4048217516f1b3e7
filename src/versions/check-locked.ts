// What a lock file states of a feature against what it makes of it. Python takes no notice of the statement and computes
// anew, so a statement that differs is an entry somebody edited, merged badly, or cut to another length; or one that was
// locked before a feature that is declared here, and that it depends on, got another version.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { FeatureGraph, LockedFeature } from "../model/feature.ts";
import { keyTextOf } from "../model/names.ts";
import type { Span } from "../model/span.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";

/** Reports one version per locked feature. Features below one that is wrong or incomplete are not news. */
export function checkLocked(graph: FeatureGraph, versions: GraphVersions["features"]): readonly Diagnostic[] {
  const wrong = new Set<string>();
  const belowDeclared = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { key, locked, upstream } of graph.features) {
    const computed = versions.get(key);
    if (locked === null || computed === undefined) continue;
    const isBelow = upstream.some((parent) => belowDeclared.has(parent) || graph.byKey.get(parent)?.locked === null);
    if (isBelow) belowDeclared.add(key);
    const isComplete = hasAllUpstream(locked, graph);
    const found = isComplete ? checkEntry(key, locked, computed, isBelow) : null;
    if (isComplete && found === null) continue;
    wrong.add(key);
    if (found !== null && !upstream.some((parent) => wrong.has(parent))) diagnostics.push(found);
  }
  return diagnostics;
}

/**
 * The narrowest version that differs. Those of a feature below one that is declared here change with it, which is no mistake of
 * the entry; its definition is its own.
 */
function checkEntry(
  key: string,
  locked: LockedFeature,
  computed: FeatureVersions,
  isBelowDeclared: boolean,
): Diagnostic | null {
  const version = findDifference(locked, computed);
  const definition = findDefinition(locked, computed);
  const wrong = isBelowDeclared ? (definition ?? version) : (version ?? definition);
  if (wrong === null) return null;
  const { what, stated, computed: made } = wrong.args;
  if (!isBelowDeclared || wrong === definition || stated === null || made === null) {
    return diagnose("MXC2800", { key, ...wrong.args }, wrong.span);
  }
  return diagnose("MXC2807", { key, what, stated, computed: made }, wrong.span);
}

/** Whether everything that its versions are computed from is there; resolve has reported what is not. */
function hasAllUpstream({ spec }: LockedFeature, graph: FeatureGraph): boolean {
  return spec.deps.every(({ feature }) => {
    return feature.kind === "class" || graph.byKey.has(keyTextOf(feature.key.parts.map((part) => part.value)));
  });
}

interface Difference {
  readonly args: {
    readonly what: string;
    /** Null for a version that is not there. */
    readonly stated: string | null;
    /** Null for the version of a field that is not there. */
    readonly computed: string | null;
  };
  readonly span: Span;
}

/** A field's version that differs, else the feature's. */
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
    differ("version", versions.featureVersion, computed.featureVersion, places.version)
  );
}

function findDefinition({ versions }: LockedFeature, { definitionVersion }: FeatureVersions): Difference | null {
  return differ("definition version", versions.definitionVersion, definitionVersion, versions.places.definitionVersion);
}

function differ(what: string, stated: string | null, computed: string | null, span: Span): Difference | null {
  return stated === computed ? null : { args: { what, stated, computed }, span };
}
