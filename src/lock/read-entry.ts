// One entry of a lock file: a feature's data, and the versions somebody computed for it.

import type { LockedFeature, LockedVersions } from "../model/feature.ts";
import type { JsonObject } from "../model/json.ts";
import { isSystemColumn } from "../model/system-columns.ts";
import { type LockPlaces, placeOf } from "./places.ts";
import { readSpec, SPEC_KEYS } from "./read-spec.ts";
import { readSchemaText } from "./schema-json.ts";
import {
  note,
  openTable,
  type Problem,
  readEntries,
  readOptionalText,
  readTable,
  readText,
  type TableReader,
} from "./table-reader.ts";

const DATA_KEYS = ["feature_class_path", "feature_schema", "project", "spec"];
const INFO_KEYS = ["definition_version", "version", "version_by_field"];

/** The feature an entry states, or the first thing that is wrong with it. */
export function readEntry(key: string, entry: unknown, places: LockPlaces): LockedFeature | Problem {
  const problems: Problem[] = [];
  const span = placeOf(places, [key], "key");
  const root = openTable(entry, [key], ["data", "info"], problems);
  const data = readTable(root, "data", DATA_KEYS);
  const specTable = readTable(data, "spec", SPEC_KEYS);
  const featureSchema =
    readSchemaText(readText(data, "feature_schema")) ?? note(data, "feature_schema", "a JSON object", {});
  const feature: LockedFeature = {
    key,
    parts: key.split("/"),
    project: readProject(data),
    spec: readSpec(specTable, span),
    columns: propertiesOf(featureSchema).filter((name) => !isSystemColumn(name)),
    versions: readVersions(root, readOptionalText(data, "feature_class_path"), featureSchema, places),
    span,
  };
  if (specTable.table.key !== key) note(specTable, "key", `the entry's key '${key}'`);
  return problems[0] ?? feature;
}

function readProject(data: TableReader): string {
  const project = readText(data, "project");
  return data.table.project === "" ? note(data, "project", "the name of a project", "") : project;
}

function readVersions(
  root: TableReader,
  classPath: string | null,
  featureSchema: JsonObject,
  places: LockPlaces,
): LockedVersions {
  const info = readTable(root, "info", INFO_KEYS);
  const fieldVersions = readEntries(info, "version_by_field").map(
    ([field, version]) =>
      [field, typeof version === "string" ? version : note(info, "version_by_field", "strings", "")] as const,
  );
  return {
    classPath,
    featureVersion: readText(info, "version"),
    definitionVersion: readText(info, "definition_version"),
    fieldVersions: Object.fromEntries(fieldVersions),
    featureSchema,
    places: {
      version: placeOf(places, [...info.path, "version"], "value"),
      definitionVersion: placeOf(places, [...info.path, "definition_version"], "value"),
      fields: Object.fromEntries(
        fieldVersions.map(([field]) => [field, placeOf(places, [...info.path, "version_by_field", field], "value")]),
      ),
    },
  };
}

function propertiesOf(schema: JsonObject): readonly string[] {
  const properties = schema instanceof Map ? schema.get("properties") : undefined;
  return properties instanceof Map ? [...properties.keys()].map(String) : [];
}
