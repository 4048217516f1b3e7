// A field of a feature with dependencies must get a parent field from one of them, unless it names its parents itself.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";
import { keyText, refText } from "../context.ts";
import { fieldParents, hasAllUpstream } from "../field-parents.ts";

/** Reports fields for which no mapping finds a parent: Python refuses to compute their versions. */
export function* checkParentFields(context: Context): Iterable<Diagnostic> {
  for (const decl of context.decls) {
    const { deps, fields, key } = decl.spec;
    if (deps.length === 0 || !hasAllUpstream(decl.spec, context)) continue;
    for (const field of fields) {
      if (field.deps === "all" || field.deps.length > 0 || fieldParents(field, decl.spec, context).length > 0) continue;
      const names = { field: keyText(field.key), feature: keyText(key) };
      const mappings = deps.map((dep) => ({
        message: `nothing of '${refText(dep.feature)}' maps to it`,
        span: dep.fieldsMapping.span,
      }));
      const [first] = mappings;
      // The field that a spec has when it lists none stands nowhere.
      const isImplicit = field.key.span === decl.spec.span && first !== undefined;
      yield diagnose("MXC2069", names, isImplicit ? first.span : field.key.span, mappings.slice(isImplicit ? 1 : 0));
    }
  }
}
