// A declared spec as Python's `model_dump(mode="json")` writes it: the text that the spec's version is taken over.
// Keys stand in Python's order; maps where the user chose the keys.

import type { JsonObject } from "../model/json.ts";
import type {
  FeatureDepDecl,
  FeatureSpecDecl,
  FieldSpecDecl,
  FieldsMappingDecl,
  KeyDecl,
  LineageDecl,
} from "../model/spec.ts";
import { ALL_FIELDS } from "../model/spec.ts";
import { objectToJson } from "../model/static-json.ts";
import { compareParts } from "../model/text-order.ts";
import type { Context } from "./context.ts";
import { findTarget, keyText, refText } from "./context.ts";

/** The spec's JSON. The class's JSDoc stands in for a description that is not given. */
export function specJson(spec: FeatureSpecDecl, doc: string | null, context: Context): JsonObject {
  return {
    key: keyText(spec.key),
    id_columns: texts(spec.idColumns),
    deps: spec.deps.map((dep) => depJson(dep, context)),
    fields: spec.fields.map((field) => fieldJson(field, context)),
    metadata: objectToJson(spec.metadata),
    description: spec.description?.value ?? (doc || null),
  };
}

function depJson(dep: FeatureDepDecl, context: Context): JsonObject {
  return {
    feature: featureKey(dep.feature, context),
    select: dep.select === null ? null : texts(dep.select),
    rename: dep.rename === null ? null : new Map(dep.rename.map(({ from, to }) => [from.value, to.value])),
    fields_mapping: { mapping: mappingJson(dep.fieldsMapping) },
    sql_filters: dep.filters === null ? null : texts(dep.filters),
    lineage: { relationship: lineageJson(dep.lineage) },
    optional: dep.optional,
  };
}

function fieldJson(field: FieldSpecDecl, context: Context): JsonObject {
  return {
    key: keyText(field.key),
    code_version: field.codeVersion.value,
    deps:
      field.deps === "all"
        ? ALL_FIELDS
        : field.deps.map((dep) => ({
            feature: featureKey(dep.feature, context),
            fields: dep.fields === "all" ? ALL_FIELDS : dep.fields.map(keyText),
          })),
  };
}

function mappingJson(mapping: FieldsMappingDecl): JsonObject {
  switch (mapping.kind) {
    case "default":
      return {
        type: "default",
        match_suffix: mapping.matchSuffix,
        exclude_fields: mapping.excludeFields.map(keyText),
      };
    case "specific":
      return {
        type: "specific",
        mapping: new Map(mapping.mapping.map(({ field, upstream }) => [keyText(field), partsOfSet(upstream)])),
      };
    default:
      return { type: mapping.kind };
  }
}

/** Python holds these as a set and writes each key as a list of its parts, sorted as tuples. */
function partsOfSet(keys: readonly KeyDecl[]): string[][] {
  const byText = new Map(keys.map((key) => [keyText(key), texts(key.parts)]));
  return [...byText.values()].sort(compareParts);
}

function lineageJson(lineage: LineageDecl): JsonObject {
  switch (lineage.kind) {
    case "identity":
      return { type: "1:1" };
    case "aggregation":
      return { type: "N:1", on: lineage.on === null ? null : texts(lineage.on) };
    case "expansion":
      return { type: "1:N", on: texts(lineage.on), id_generation_pattern: lineage.idGenerationPattern };
  }
}

/** A class stands for the key its spec states. */
function featureKey(ref: FeatureDepDecl["feature"], context: Context): string {
  const target = findTarget(context, ref);
  return target.kind === "feature" ? target.feature.key : refText(ref);
}

function texts(located: readonly { readonly value: string }[]): string[] {
  return located.map((text) => text.value);
}
