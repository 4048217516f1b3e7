// Features of two documents: which get another version, which only another definition, and how far down that goes.

import type { Metadata } from "../metadata/schema.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureImpact } from "./change.ts";
import { compareFields, type Side } from "./fields.ts";
import { graphOf } from "./graph.ts";
import { differences } from "./json-difference.ts";

type DocumentFeature = Metadata["features"][string];

/** The features that differ, by key. */
export function compareFeatures(before: Metadata, after: Metadata): readonly FeatureImpact[] {
  const [left, right] = [sideOf(before), sideOf(after)];
  const keys = new Set([...Object.keys(before.features), ...Object.keys(after.features)]);
  const impacts = [...keys].sort(compareText).flatMap((key) => {
    const impact = compareFeature(key, before.features[key], after.features[key], left, right);
    return impact === null ? [] : [impact];
  });
  const moved = new Set(impacts.filter(({ change }) => change === "version").map(({ key }) => key));
  return impacts.map((impact) =>
    isSource(impact) ? { ...impact, reach: findReach(impact.key, right, moved) } : impact,
  );
}

function sideOf(document: Metadata): Side {
  return { graph: graphOf(document), versions: (key) => document.features[key]?.feature_version_by_field ?? {} };
}

function compareFeature(
  key: string,
  before: DocumentFeature | undefined,
  after: DocumentFeature | undefined,
  left: Side,
  right: Side,
): FeatureImpact | null {
  const changeOf = <T>(read: (feature: DocumentFeature) => T) => ({
    before: before === undefined ? null : read(before),
    after: after === undefined ? null : read(after),
  });
  const impact = {
    key,
    project: changeOf(({ project }) => project),
    feature_version: changeOf((feature) => feature.feature_version),
    definition_version: changeOf((feature) => feature.definition_version),
    fields: [],
    spec: [],
    reach: [],
  };
  if (before === undefined) return { ...impact, change: "added" };
  if (after === undefined) return { ...impact, change: "removed" };
  const isMoved = before.feature_version !== after.feature_version;
  const isRedefined = before.definition_version !== after.definition_version || before.project !== after.project;
  if (!isMoved && !isRedefined) return null;
  return {
    ...impact,
    change: isMoved ? "version" : "definition",
    fields: compareFields(key, left, right),
    spec: differences(before.spec, after.spec, ""),
  };
}

/** Whether a change begins here: some field has a reason of its own. */
function isSource({ change, fields }: FeatureImpact): boolean {
  return change === "version" && fields.some(({ causes }) => causes.some(({ kind }) => kind !== "upstream"));
}

/** Breadth first through features that got another version; what others reach too is counted for each. */
function findReach(start: string, { graph }: Side, moved: ReadonlySet<string>): FeatureImpact["reach"] {
  const distances = new Map([[start, 0]]);
  for (const [key, distance] of distances) {
    for (const below of graph.byKey.get(key)?.downstream ?? []) {
      if (moved.has(below) && !distances.has(below)) distances.set(below, distance + 1);
    }
  }
  distances.delete(start);
  return [...distances].map(([key, distance]) => ({ key, distance }));
}
