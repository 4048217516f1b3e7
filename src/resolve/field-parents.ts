// Which upstream fields a field depends on (Metaxy 0.1, `models/plan.py` and `models/fields_mapping.py`). Mentions of
// fields and features that do not exist are left out here; their rules report them.

import type { FieldParent } from "../model/feature.ts";
import { keyTextOf } from "../model/names.ts";
import type { FeatureDepDecl, FeatureSpecDecl, FieldDepDecl, FieldSpecDecl, FieldsMappingDecl } from "../model/spec.ts";
import type { Context, KnownFeature } from "./context.ts";
import { findFeature, findTarget, keyText } from "./context.ts";

/**
 * The parents of a field, without repeats, in order of discovery. An explicit `deps` list wins over the mappings of
 * the dependencies; a feature without dependencies has no parent fields, whatever its fields say.
 */
export function fieldParents(field: FieldSpecDecl, spec: FeatureSpecDecl, context: Context): readonly FieldParent[] {
  const known = context.parents.get(field);
  if (known !== undefined) return known;
  const parents = findParents(field, spec, context);
  context.parents.set(field, parents);
  return parents;
}

function findParents(field: FieldSpecDecl, spec: FeatureSpecDecl, context: Context): readonly FieldParent[] {
  const { deps } = spec;
  if (deps.length === 0) return [];
  if (field.deps === "all") return unique(deps.flatMap((dep) => allFields(findFeature(context, dep.feature))));
  if (field.deps.length > 0) return unique(field.deps.flatMap((dep) => explicitParents(dep, context)));
  return unique(deps.flatMap((dep) => mappedParents(field, dep, context)));
}

/** Whether every dependency leads somewhere. If not, a field without parents is no news. */
export function hasAllUpstream(spec: FeatureSpecDecl, context: Context): boolean {
  return spec.deps.every((dep) => findTarget(context, dep.feature).kind === "feature");
}

function allFields(upstream: KnownFeature | null): FieldParent[] {
  return upstream === null ? [] : [...upstream.fields.keys()].map((field) => ({ feature: upstream.key, field }));
}

function explicitParents(dep: FieldDepDecl, context: Context): FieldParent[] {
  const upstream = findFeature(context, dep.feature);
  if (upstream === null || dep.fields === "all") return allFields(upstream);
  return dep.fields
    .map(keyText)
    .filter((field) => upstream.fields.has(field))
    .map((field) => ({ feature: upstream.key, field }));
}

function mappedParents(field: FieldSpecDecl, dep: FeatureDepDecl, context: Context): FieldParent[] {
  const upstream = findFeature(context, dep.feature);
  if (upstream === null) return [];
  const parts = field.key.parts.map((part) => part.value);
  return mappedFields(parts, dep.fieldsMapping, upstream).map((parent) => ({ feature: upstream.key, field: parent }));
}

function mappedFields(parts: readonly string[], mapping: FieldsMappingDecl, upstream: KnownFeature): string[] {
  switch (mapping.kind) {
    case "all":
      return [...upstream.fields.keys()];
    case "none":
      return [];
    case "specific": {
      const entry = mapping.mapping.findLast(({ field }) => keyText(field) === keyTextOf(parts));
      return (entry?.upstream ?? []).map(keyText).filter((key) => upstream.fields.has(key));
    }
    case "default":
      return defaultFields(parts, mapping, upstream);
  }
}

/** Equal keys, and with `matchSuffix` also equal ends; where nothing matches, all fields that are not excluded. */
function defaultFields(
  parts: readonly string[],
  mapping: FieldsMappingDecl & { readonly kind: "default" },
  upstream: KnownFeature,
): string[] {
  const excluded = mapping.excludeFields.map(keyText);
  const text = keyTextOf(parts);
  const candidates: string[] = [];
  const matched: string[] = [];
  for (const [key, upstreamParts] of upstream.fields) {
    if (excluded.includes(key)) continue;
    candidates.push(key);
    if (key === text || (mapping.matchSuffix && endsWith(upstreamParts, parts))) matched.push(key);
  }
  return matched.length > 0 ? matched : candidates;
}

function endsWith(parts: readonly string[], end: readonly string[]): boolean {
  const offset = parts.length - end.length;
  return offset >= 0 && end.every((part, index) => parts[offset + index] === part);
}

function unique(parents: readonly FieldParent[]): readonly FieldParent[] {
  if (parents.length < 2) return parents;
  const byName = new Map(parents.map((parent) => [`${parent.feature}.${parent.field}`, parent]));
  return [...byName.values()];
}
