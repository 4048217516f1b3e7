// A fields mapping should name fields that exist: Metaxy ignores the others.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { findKeyFault } from "../../model/key-fault.ts";
import type { FeatureSpecDecl, FieldsMappingDecl, KeyDecl } from "../../model/spec.ts";
import type { Context, KnownFeature } from "../context.ts";
import { findFeature, keyText } from "../context.ts";

/** Reports names in `excludeFields` and `FieldsMapping.specific` that no field has. */
export function* checkMappingNames(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const dep of spec.deps) {
      const upstream = findFeature(context, dep.feature);
      if (upstream !== null) yield* checkMapping(dep.fieldsMapping, spec, upstream);
    }
  }
}

function* checkMapping(
  mapping: FieldsMappingDecl,
  spec: FeatureSpecDecl,
  upstream: KnownFeature,
): Iterable<Diagnostic> {
  if (mapping.kind === "default") yield* checkNames(mapping.excludeFields, upstream.key, upstream.fields);
  if (mapping.kind !== "specific") return;
  const ownFields = new Map(spec.fields.map((field) => [keyText(field.key), field]));
  for (const entry of mapping.mapping) {
    yield* checkNames([entry.field], keyText(spec.key), ownFields);
    yield* checkNames(entry.upstream, upstream.key, upstream.fields);
  }
}

function* checkNames(
  keys: readonly KeyDecl[],
  feature: string,
  fields: ReadonlyMap<string, unknown>,
): Iterable<Diagnostic> {
  for (const key of keys) {
    const field = keyText(key);
    if (fields.has(field) || findKeyFault(key) !== null) continue;
    yield diagnose("MXC2068", { field, feature, suggestion: didYouMean(field, fields.keys()) }, key.span);
  }
}
