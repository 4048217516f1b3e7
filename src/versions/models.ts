// Structs that have a name are models to pydantic: it writes each once, under `$defs`, and refers to it from there on.

import type { Json } from "../model/json.ts";
import { compareText } from "../model/text-order.ts";
import { printJson } from "./canonical-json.ts";

/** A JSON schema whose keys are pydantic's, never the user's. */
export type Schema = { readonly [key: string]: Json };

/** The models that one feature's schema refers to so far, by the names that they have there. */
export type Models = Map<string, Schema>;

/**
 * The reference to a model, which is listed. Two different models cannot have one name, and how pydantic would tell them
 * apart depends on the modules that Python has them in: null for the second.
 */
export function referTo(model: string, schema: Schema, models: Models): Schema | null {
  const name = definitionName(model);
  const known = models.get(name);
  if (known !== undefined && printJson(known) !== printJson(schema)) return null;
  models.set(name, schema);
  return { $ref: `#/$defs/${name}` };
}

/** Whether a schema is a reference, or one or null: pydantic gives such properties no title. */
export function isReference({ $ref, anyOf }: Schema): boolean {
  return $ref !== undefined || (Array.isArray(anyOf) && anyOf.some((branch) => isReference(branch as Schema)));
}

/** What a schema has to hold for its references to mean something. */
export function printDefinitions(models: Models): Schema {
  if (models.size === 0) return {};
  return { $defs: new Map([...models].sort(([a], [b]) => compareText(a, b))) };
}

/** References are ASCII; the title of a model is its name as it is. */
function definitionName(model: string): string {
  return model.replace(/[^\w-]/gu, "_");
}
