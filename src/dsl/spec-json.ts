// What `toJSON()` gives: the shape of Python's `model_dump(mode="json")`, property by property in Python's order.

import type { JsonMap } from "./json-value.ts";

/** `FeatureSpec` in Python's JSON. */
export interface FeatureSpecJson {
  readonly key: string;
  readonly id_columns: readonly string[];
  readonly deps: readonly FeatureDepJson[];
  readonly fields: readonly FieldSpecJson[];
  readonly metadata: JsonMap;
  readonly description: string | null;
}

/** `FeatureDep` in Python's JSON. */
export interface FeatureDepJson {
  readonly feature: string;
  readonly select: readonly string[] | null;
  readonly rename: Readonly<Record<string, string>> | null;
  readonly fields_mapping: FieldsMappingJson;
  readonly sql_filters: readonly string[] | null;
  readonly lineage: LineageRelationshipJson;
  readonly optional: boolean;
}

/** `FieldSpec` in Python's JSON. */
export interface FieldSpecJson {
  readonly key: string;
  readonly code_version: string;
  readonly deps: string | readonly FieldDepJson[];
}

/** `FieldDep` in Python's JSON. */
export interface FieldDepJson {
  readonly feature: string;
  readonly fields: string | readonly string[];
}

/** `FieldsMapping` in Python's JSON. Only the values of a specific mapping are written as lists of parts. */
export interface FieldsMappingJson {
  readonly mapping:
    | { readonly type: "default"; readonly match_suffix: boolean; readonly exclude_fields: readonly string[] }
    | { readonly type: "specific"; readonly mapping: Readonly<Record<string, readonly (readonly string[])[]>> }
    | { readonly type: "all" }
    | { readonly type: "none" };
}

/** `LineageRelationship` in Python's JSON. */
export interface LineageRelationshipJson {
  readonly relationship:
    | { readonly type: "1:1" }
    | { readonly type: "N:1"; readonly on: readonly string[] | null }
    | { readonly type: "1:N"; readonly on: readonly string[]; readonly id_generation_pattern: string | null };
}
