// Versions of one feature, given those of the features it depends on (Metaxy 0.1, `models/feature.py`,
// `models/feature_spec.py`, `models/feature_definition.py`).

import type { Feature, Field } from "../model/feature.ts";
import type { JsonObject } from "../model/json.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureVersions } from "../model/versions.ts";
import { printSortedJson } from "./canonical-json.ts";
import { schemaOf } from "./feature-schema.ts";
import { hashText } from "./hash.ts";
import { sharedTexts } from "./shared-schemas.ts";

/** Versions known so far, by feature key: those of every parent. */
export type KnownVersions = ReadonlyMap<string, FeatureVersions>;

/** All versions of a feature. */
export function versionFeature(feature: Feature, known: KnownVersions, length: number): FeatureVersions {
  const specVersion = hashText(printSortedJson(feature.spec), length);
  const fieldVersions = versionFields(feature, known, length);
  return {
    featureVersion: featureVersion(fieldVersions, length),
    fieldVersions,
    codeVersion: codeVersion(feature.fields, length),
    featureSpecVersion: specVersion,
    definitionVersion: definitionVersion(specVersion, schemaOf(feature), length),
  };
}

function versionFields(feature: Feature, known: KnownVersions, length: number): Map<string, string> {
  return new Map(feature.fields.map((field) => [field.key, fieldVersion(feature.key, field, known, length)]));
}

/** Name, code version, then the versions of the parents in the order of their full names. */
function fieldVersion(feature: string, field: Field, known: KnownVersions, length: number): string {
  const parents = field.parents
    .map((parent) => ({
      name: `${parent.feature}.${parent.field}`,
      version: known.get(parent.feature)?.fieldVersions.get(parent.field) ?? "",
    }))
    .sort((a, b) => compareText(a.name, b.name))
    .map((parent) => parent.version);
  return hashText(`${feature}.${field.key}${field.codeVersion}${parents.join("")}`, length);
}

/** The feature's own key enters only through its fields. */
function featureVersion(fieldVersions: ReadonlyMap<string, string>, length: number): string {
  const sorted = [...fieldVersions].sort(([a], [b]) => compareText(a, b));
  return hashText(sorted.flat().join(""), length);
}

/** Code versions alone: no dependencies, no feature key. */
function codeVersion(fields: readonly Field[], length: number): string {
  const sorted = [...fields].sort((a, b) => compareText(a.key, b.key));
  return hashText(sorted.map((field) => field.key + field.codeVersion).join(""), length);
}

/** The spec's version, already cut short, and the schema; neither project nor module. */
function definitionVersion(specVersion: string, schema: JsonObject, length: number): string {
  return hashText(specVersion + printSortedJson(schema, sharedTexts), length);
}
