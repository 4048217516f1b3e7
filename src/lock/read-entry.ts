// One entry of a lock file. The spec gets back the nulls that TOML cannot hold, since versions are hashed over them.

import type { LockedFeature } from "../model/feature.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Span } from "../model/span.ts";
import { isSystemColumn } from "../model/system-columns.ts";
import { isTable, isTextList, type Table, toJson } from "./toml-value.ts";

/** The feature an entry states, or what is wrong with it. */
export function readEntry(key: string, entry: unknown, span: Span): LockedFeature | string {
  if (!isTable(entry) || !isTable(entry.data) || !isTable(entry.info)) return "expected tables 'data' and 'info'";
  const { spec, project, feature_schema: schema } = entry.data;
  const { version, definition_version: definitionVersion, version_by_field: fieldVersions } = entry.info;
  if (!isTable(spec) || spec.key !== key) return "expected a spec with the entry's key";
  if (typeof project !== "string") return "expected a project";
  if (typeof version !== "string" || typeof definitionVersion !== "string") return "expected versions";
  if (!isTable(fieldVersions) || !isTextList(Object.values(fieldVersions))) return "expected versions by field";
  const featureSchema = readSchema(schema);
  if (featureSchema === null) return "expected a JSON schema";
  const { id_columns: idColumns, fields, deps } = spec;
  if (!isTextList(idColumns) || !isFields(fields) || !isDeps(deps))
    return "expected id columns, fields and dependencies";
  return {
    key,
    parts: key.split("/"),
    project,
    spec: specJson(spec, fields, deps),
    idColumns,
    fields: fields.map((field) => ({ parts: field.key.split("/"), codeVersion: field.code_version })),
    columns: propertiesOf(featureSchema).filter((name) => !isSystemColumn(name)),
    upstream: deps.map((dep) => dep.feature),
    versions: {
      featureVersion: version,
      definitionVersion,
      fieldVersions: fieldVersions as Readonly<Record<string, string>>,
      featureSchema,
    },
    span,
  };
}

type FieldTable = Table & { readonly key: string; readonly code_version: string };
type DepTable = Table & { readonly feature: string };

function isFields(value: unknown): value is readonly FieldTable[] {
  return (
    Array.isArray(value) &&
    value.every((item) => isTable(item) && typeof item.key === "string" && typeof item.code_version === "string")
  );
}

function isDeps(value: unknown): value is readonly DepTable[] {
  return Array.isArray(value) && value.every((item) => isTable(item) && typeof item.feature === "string");
}

function readSchema(text: unknown): JsonObject | null {
  if (typeof text !== "string") return null;
  try {
    const schema: unknown = JSON.parse(text);
    return isTable(schema) ? (schema as JsonObject) : null;
  } catch {
    return null;
  }
}

function propertiesOf(schema: JsonObject): readonly string[] {
  const properties = "properties" in schema ? schema.properties : null;
  return isTable(properties) ? Object.keys(properties) : [];
}

/** The spec in Python's order of keys. */
function specJson(spec: Table, fields: readonly FieldTable[], deps: readonly DepTable[]): JsonObject {
  return {
    key: toJson(spec.key),
    id_columns: toJson(spec.id_columns),
    deps: deps.map(depJson),
    fields: fields.map((field) => ({
      key: field.key,
      code_version: field.code_version,
      deps: toJson(field.deps ?? []),
    })),
    metadata: toJson(spec.metadata ?? {}),
    description: toJson(spec.description),
  };
}

function depJson(dep: DepTable): JsonObject {
  return {
    feature: dep.feature,
    select: toJson(dep.select),
    rename: toJson(dep.rename),
    fields_mapping: toJson(dep.fields_mapping),
    sql_filters: toJson(dep.sql_filters),
    lineage: lineageJson(dep.lineage),
    optional: toJson(dep.optional ?? false),
  };
}

/** The keys each kind of lineage has besides its type; absent ones are null. */
const lineageKeys: Readonly<Record<string, readonly string[]>> = {
  "1:1": [],
  "N:1": ["on"],
  "1:N": ["on", "id_generation_pattern"],
};

function lineageJson(lineage: unknown): Json {
  const relationship = isTable(lineage) && isTable(lineage.relationship) ? lineage.relationship : { type: "1:1" };
  const type = String(relationship.type);
  const rest = (lineageKeys[type] ?? []).map((key) => [key, toJson((relationship as Table)[key])] as const);
  return { relationship: { type, ...Object.fromEntries(rest) } };
}
