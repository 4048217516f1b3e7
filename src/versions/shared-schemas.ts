// Schemas that stand in many features as one object: those of the system columns, and those of plain columns with a common
// name. Their canonical texts are printed once.

import type { Json } from "../model/json.ts";
import { type KnownTexts, printSortedJson } from "./canonical-json.ts";
import type { Schema } from "./models.ts";
import { systemProperties } from "./system-properties.ts";
import { commonSchemas } from "./type-schema.ts";

/** How many schemas of plain columns are kept, so that no project, however large, fills the memory with them. */
const LIMIT = 20_000;

const fixed: readonly Json[] = [
  ...Object.values(systemProperties).flatMap((all) => all.map(([, one]) => one)),
  ...commonSchemas,
];

const texts = new Map<Json, string>(fixed.map((schema) => [schema, printSortedJson(schema)]));

/** Canonical texts of the shared schemas, by identity. */
export const sharedTexts: KnownTexts = texts;

const columns = new Map<string, Schema>();

/** The schema for a description that says all about it, made when it is first asked for. */
export function shareSchema(description: string, make: () => Schema): Schema {
  const known = columns.get(description);
  if (known !== undefined) return known;
  const schema = make();
  if (columns.size >= LIMIT) return schema;
  columns.set(description, schema);
  texts.set(schema, printSortedJson(schema, texts));
  return schema;
}
