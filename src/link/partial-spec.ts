// The parts of a spec that can be read when the whole cannot: the mistakes in them are reported in the same run, and the
// feature's key keeps its dependents from being told that there is no such feature.

import type { Expression } from "../model/summary.ts";
import type { StaticEntry, StaticValue } from "../model/value.ts";
import type { ClassRef } from "./classes/class-ref.ts";
import type { Folder } from "./fold/folder.ts";
import { findOwnStatic } from "./fold/statics.ts";
import { spanIn } from "./modules/scope.ts";
import type { SpecContext } from "./spec/context.ts";
import { readKey } from "./spec/keys.ts";

/** The properties of a spec that fold, and the names of those that do not. */
export interface PartialSpec {
  readonly value: StaticValue & { readonly kind: "object" };
  readonly missing: ReadonlySet<string>;
}

/** Folds the properties of a class's spec one by one; null where it is not written as an object. */
export function foldSpecParts(folder: Folder, ref: ClassRef): PartialSpec | null {
  const own = findOwnStatic(ref, "spec");
  const object = own?.ok === true ? findObject(own.value.member.value) : null;
  if (object === null) return null;
  const entries: StaticEntry[] = [];
  const missing = new Set<string>();
  for (const property of object.properties) {
    if (property.kind !== "property") return null;
    const folded = folder.fold(property.value, ref.scope);
    if (!folded.ok) missing.add(property.key);
    else entries.push({ key: property.key, keySpan: spanIn(ref.scope, property.keyRange), value: folded.value });
  }
  return { value: { kind: "object", entries, span: spanIn(ref.scope, object.range) }, missing };
}

/** The object literal in `new FeatureSpec({ … })`, or the literal itself. */
function findObject(spec: Expression | null): Extract<Expression, { kind: "object" }> | null {
  if (spec?.kind === "object") return spec;
  if (spec?.kind === "as-const") return findObject(spec.operand);
  return spec?.kind === "new" && spec.args.length === 1 ? findObject(spec.args[0]?.value ?? null) : null;
}

/** The key of a spec as text, `video/raw`; null where it cannot be read. */
export function findKeyText(spec: StaticValue): string | null {
  const [argument] = spec.kind === "dsl" ? spec.args : [spec];
  if (argument?.kind !== "object") return null;
  const value = argument.entries.find((entry) => entry.key === "key")?.value;
  const silent: SpecContext = { report: { reports: new Map(), className: "", broken: false }, featureOf: () => null };
  const key = value === undefined ? null : readKey(silent, value, "spec.key", "FeatureKey");
  return key === null ? null : key.parts.map((part) => part.value).join("/");
}
