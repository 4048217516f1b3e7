// `model_json_schema()` of a feature class, as pydantic 2.13 writes it: part of the definition version, and of every
// place Metaxy stores a feature.

import type { ColumnDecl, Feature, FeatureDecl, FieldOptions } from "../model/feature.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { toJson } from "../model/static-json.ts";
import { type Models, printDefinitions, type Schema } from "./models.ts";
import { shareSchema } from "./shared-schemas.ts";
import { systemProperties } from "./system-properties.ts";
import { columnTypeSchema, isScalar, propertySchema } from "./type-schema.ts";

/** The JSON schema of a feature: the one a lock file states, else its class's. It is long, so nobody keeps it. */
export function schemaOf({ locked, decl }: Feature): JsonObject {
  return locked?.versions.featureSchema ?? (decl === null ? {} : featureSchema(decl));
}

/**
 * The JSON schema of a feature class. Properties keep the order of declaration, system columns first; a column is required
 * unless it has a default (`x?: T` has the default null).
 */
export function featureSchema(decl: FeatureDecl): JsonObject {
  const properties = new Map<string, Json>(systemProperties[decl.base]);
  const required: string[] = [];
  const models: Models = new Map();
  for (const column of decl.columns) {
    const defaultValue = defaultOf(column);
    if (defaultValue === undefined) required.push(column.property);
    properties.set(column.property, columnSchema(column, defaultValue, models));
  }
  return {
    ...printDefinitions(models),
    additionalProperties: false,
    ...(decl.doc ? { description: decl.doc } : {}),
    properties,
    ...(required.length === 0 ? {} : { required }),
    title: decl.className,
    type: "object",
  };
}

function columnSchema(column: ColumnDecl, defaultValue: Json | undefined, models: Models): JsonObject {
  const { property, type, nullable, options, doc } = column;
  const isPlain = doc === null && isScalar(type) && !hasOptions(options) && (defaultValue ?? null) === null;
  if (!isPlain) return makeProperty(column, defaultValue, models);
  // Nothing else enters the schema, and columns with the same name mostly have the same type.
  const description = `${type.kind}${nullable ? "?" : ""}${defaultValue === null ? "=" : ""} ${property}`;
  return shareSchema(description, () => makeProperty(column, defaultValue, models));
}

function hasOptions(options: FieldOptions): boolean {
  for (const _ in options) return true;
  return false;
}

function makeProperty(column: ColumnDecl, defaultValue: Json | undefined, models: Models): Schema {
  const notes: Record<string, Json> = {};
  const description = column.options.description?.value ?? (column.doc || null);
  if (defaultValue !== undefined) notes.default = defaultValue;
  if (description !== null) notes.description = description;
  return propertySchema(columnTypeSchema(column, models), column.property, notes);
}

/** Only literal defaults are Python's: `defaultSql` and the like are the database's. */
function defaultOf(column: ColumnDecl): Json | undefined {
  const literal = column.options.default;
  if (literal === undefined) return column.optional ? null : undefined;
  return literal.kind === "undefined" ? null : toJson(literal);
}
