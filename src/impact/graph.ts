// The features of a document as a graph: which fields are made of which. A document does not state that, its specs do.

import { readSpecJson } from "../lock/read-spec.ts";
import type { Metadata } from "../metadata/schema.ts";
import type { FeatureGraph, LockedFeature } from "../model/feature.ts";
import type { Host } from "../model/host.ts";
import { resolve } from "../resolve/resolve.ts";

const span = { file: "metadata.json", start: 0, end: 0 };
const noHost: Host = { readFile: () => null, realPath: (path) => path };

/** Resolves the features as those of another code base: their specs are all that is known of them. */
export function graphOf({ features }: Metadata): FeatureGraph {
  const locked = Object.entries(features).flatMap(([key, feature]): LockedFeature[] => {
    const spec = readSpecJson(feature.spec, span);
    if (spec === null) return [];
    const versions = {
      classPath: null,
      featureVersion: feature.feature_version,
      definitionVersion: feature.definition_version,
      fieldVersions: feature.feature_version_by_field,
      featureSchema: {},
      places: { version: span, definitionVersion: span, fields: {} },
    };
    return [{ key, parts: key.split("/"), project: feature.project, spec, columns: [], versions, span }];
  });
  const options = {
    project: null,
    defaultProject: null,
    allProjects: true,
    sqlmodelEnabled: true,
    configFile: null,
    inferTableNames: true,
    columnNaming: "preserve",
    locked,
  } as const;
  return resolve({ features: [], broken: [], brokenKeys: [] }, options, noHost).value;
}
