// A feature's field keys must differ, also once their parts are joined by `_`: that is how the columns that hold one
// entry per field name them.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { structKeyOf } from "../../model/names.ts";
import type { FeatureSpecDecl, FieldSpecDecl } from "../../model/spec.ts";
import type { Context } from "../context.ts";
import { keyText } from "../context.ts";

/** Reports every field that an earlier one of the same feature clashes with. */
export function* checkFieldKeys(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) yield* checkSpec(spec);
}

function* checkSpec(spec: FeatureSpecDecl): Iterable<Diagnostic> {
  const seen = new Map<string, FieldSpecDecl>();
  for (const field of spec.fields) {
    const structKey = structKeyOf(field.key.parts.map((part) => part.value));
    const first = seen.get(structKey);
    if (first === undefined) seen.set(structKey, field);
    else yield clash(first, field, structKey);
  }
}

function clash(first: FieldSpecDecl, second: FieldSpecDecl, structKey: string): Diagnostic {
  const [key, other] = [keyText(second.key), keyText(first.key)];
  const related = [{ message: `field '${other}'`, span: first.key.span }];
  return key === other
    ? diagnose("MXC2008", { key }, second.key.span, related)
    : diagnose("MXC2009", { key, other, structKey }, second.key.span, related);
}
