// A feature key or field key must be made of valid parts, wherever it is written.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { findKeyFault, type KeyFault } from "../../model/key-fault.ts";
import type { FeatureDepDecl, FeatureRef, FeatureSpecDecl, FieldSpecDecl, KeyDecl } from "../../model/spec.ts";
import type { Context } from "../context.ts";
import { keyText } from "../context.ts";

/** Reports the first fault of every key. */
export function* checkKeyParts(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) {
    for (const key of featureKeys(spec)) {
      const fault = findKeyFault(key);
      if (fault !== null) yield* reportFault(fault, key, "feature key");
    }
    for (const key of fieldKeys(spec)) {
      const fault = findKeyFault(key);
      if (fault !== null) yield* reportFault(fault, key, "field key");
    }
  }
}

function* featureKeys(spec: FeatureSpecDecl): Iterable<KeyDecl> {
  yield spec.key;
  for (const dep of spec.deps) yield* refKeys(dep.feature);
  for (const field of spec.fields) {
    if (field.deps !== "all") for (const dep of field.deps) yield* refKeys(dep.feature);
  }
}

function* refKeys(ref: FeatureRef): Iterable<KeyDecl> {
  if (ref.kind === "key") yield ref.key;
}

function* fieldKeys(spec: FeatureSpecDecl): Iterable<KeyDecl> {
  for (const field of spec.fields) yield* ownFieldKeys(field);
  for (const dep of spec.deps) yield* mappingKeys(dep);
}

function* ownFieldKeys(field: FieldSpecDecl): Iterable<KeyDecl> {
  yield field.key;
  if (field.deps === "all") return;
  for (const dep of field.deps) if (dep.fields !== "all") yield* dep.fields;
}

function* mappingKeys({ fieldsMapping }: FeatureDepDecl): Iterable<KeyDecl> {
  if (fieldsMapping.kind === "default") yield* fieldsMapping.excludeFields;
  if (fieldsMapping.kind !== "specific") return;
  for (const { field, upstream } of fieldsMapping.mapping) yield* [field, ...upstream];
}

function* reportFault(fault: KeyFault, key: KeyDecl, what: string): Iterable<Diagnostic> {
  if (fault.kind === "no-parts") {
    yield diagnose("MXC2001", { what }, key.span);
    return;
  }
  const { value: part, span } = fault.part;
  if (fault.kind === "empty-part") yield diagnose("MXC2002", { what, key: keyText(key) }, span);
  if (fault.kind === "slash") yield diagnose("MXC2003", { what, part }, span);
  if (fault.kind === "double-underscore") yield diagnose("MXC2004", { what, part }, span);
  if (fault.kind === "first-part") yield diagnose("MXC2005", { what, part, valid: validPart(part, true) }, span);
  if (fault.kind === "later-part") yield diagnose("MXC2006", { what, part, valid: validPart(part, false) }, span);
}

/** The part with its faults mended, or nothing when little would be left of it. */
function validPart(part: string, first: boolean): string {
  const mended = part
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "_")
    .replace(/_{2,}/g, "_")
    .replace(/^-+|_+$/g, "");
  return first && /^[0-9]/.test(mended) ? `_${mended}` : mended;
}
