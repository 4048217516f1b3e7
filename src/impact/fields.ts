// Why a field has another version: its own code version, other parents, or parents with other versions.

import type { Feature, FeatureGraph, Field } from "../model/feature.ts";
import { compareText } from "../model/text-order.ts";
import type { Cause, FieldImpact, Through } from "./change.ts";

/** A feature's version by field, as a document states them. */
type FieldVersions = Readonly<Record<string, string>>;

/** One side of a comparison. */
export interface Side {
  readonly graph: FeatureGraph;
  readonly versions: (feature: string) => FieldVersions;
}

/** The fields of a feature that have another version. */
export function compareFields(key: string, before: Side, after: Side): readonly FieldImpact[] {
  const [left, right] = [before.versions(key), after.versions(key)];
  const fields = new Set([...Object.keys(right), ...Object.keys(left)]);
  return [...fields].flatMap((field) => {
    const version = { before: left[field] ?? null, after: right[field] ?? null };
    if (version.before === version.after) return [];
    if (version.before === null) return [{ field, version, causes: [{ kind: "added" }] }];
    if (version.after === null) return [{ field, version, causes: [{ kind: "removed" }] }];
    const lengths = { before: version.before.length, after: version.after.length };
    const causes: readonly Cause[] =
      lengths.before === lengths.after ? findCauses(key, field, before, after) : [{ kind: "hash-length", ...lengths }];
    return [{ field, version, causes }];
  });
}

function findCauses(key: string, name: string, before: Side, after: Side): readonly Cause[] {
  const [old, now] = [before.graph.byKey.get(key), after.graph.byKey.get(key)];
  const [oldField, field] = [fieldOf(old, name), fieldOf(now, name)];
  if (old === undefined || now === undefined || oldField === undefined || field === undefined)
    return [{ kind: "elsewhere" }];
  const causes: Cause[] = [];
  if (oldField.codeVersion !== field.codeVersion) {
    causes.push({ kind: "code-version", before: oldField.codeVersion, after: field.codeVersion });
  }
  const [oldParents, parents] = [parentNames(oldField), parentNames(field)];
  const added = parents.filter((parent) => !oldParents.includes(parent));
  const removed = oldParents.filter((parent) => !parents.includes(parent));
  if (added.length > 0 || removed.length > 0) {
    causes.push({ kind: "parents", through: decidedBy(name, old, now), added, removed });
  }
  const changed = field.parents.filter((parent) => {
    const old = before.versions(parent.feature)[parent.field];
    return old !== undefined && old !== after.versions(parent.feature)[parent.field];
  });
  const moved = changed
    .map(({ feature, field: parent }) => `${feature}.${parent}`)
    .filter((parent) => !added.includes(parent));
  if (moved.length > 0) causes.push({ kind: "upstream", parents: moved.sort(compareText) });
  return causes.length > 0 ? causes : [{ kind: "elsewhere" }];
}

function fieldOf(feature: Feature | undefined, name: string): Field | undefined {
  return feature?.fields.find((field) => field.key === name);
}

function parentNames({ parents }: Field): readonly string[] {
  return parents.map(({ feature, field }) => `${feature}.${field}`).sort(compareText);
}

/** The narrowest statement that differs and that parents are found by. */
function decidedBy(field: string, before: Feature, after: Feature): Through {
  const [old, now] = [statementsOf(field, before), statementsOf(field, after)];
  if (old.field !== now.field) return "field dependencies";
  if (old.features !== now.features) return "dependencies";
  return old.mappings !== now.mappings ? "fields mapping" : "upstream fields";
}

/** What a spec says that has to do with the parents of a field, as texts to compare. */
function statementsOf(field: string, { locked }: Feature) {
  const spec = locked?.spec;
  const withoutPlaces = (value: unknown) => JSON.stringify(value, (name, item) => (name === "span" ? undefined : item));
  const declared = spec?.fields.find(({ key }) => key.parts.map(({ value }) => value).join("/") === field);
  return {
    field: withoutPlaces(declared?.deps),
    features: withoutPlaces(spec?.deps.map(({ feature }) => feature)),
    mappings: withoutPlaces(spec?.deps.map(({ fieldsMapping }) => fieldsMapping)),
  };
}
