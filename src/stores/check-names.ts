// Names under which Metaxy does not find a table, or finds it for some operations only. Metaxy derives the name from the key
// and the store's prefix, and looks for it in the schema where its connection starts.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { FeatureDecl, FeatureGraph } from "../model/feature.ts";
import { tableNameOf } from "../model/names.ts";
import type { Target } from "../model/project.ts";
import { metaxyStore } from "./index.ts";
import type { MetaxyStore } from "./store.ts";

/** Reports the feature tables of a target that its store does not reach. */
export function checkStoreNames({ features }: FeatureGraph, target: Target): readonly Diagnostic[] {
  const store = metaxyStore(target.dialect);
  if (store === null) return [];
  return features.flatMap(({ decl, selected, parts }) =>
    selected && decl?.table === true ? checkTable(decl, tableNameOf(parts), target, store) : [],
  );
}

function checkTable(
  { spec, tableName, tableOptions }: FeatureDecl,
  derived: string,
  { tablePrefix }: Target,
  { title, names }: MetaxyStore,
): readonly Diagnostic[] {
  const name = tablePrefix + derived;
  if (tableName !== null && tableName.value !== derived) {
    const args = { store: title, name: tablePrefix + tableName.value, expected: name };
    return [diagnose("MXC2702", args, tableName.span)];
  }
  const { schema } = tableOptions;
  if (schema !== undefined && names.schema !== null && schema.value !== names.schema) {
    const args = { store: title, schema: schema.value, expected: names.schema };
    return [diagnose("MXC2703", args, schema.span)];
  }
  // Keys are lower case and hyphens become `_`: what else has to be quoted comes from the prefix, and is said of it.
  return names.keywords.has(name.toLowerCase()) ? [diagnose("MXC2704", { store: title, name }, spec.key.span)] : [];
}
