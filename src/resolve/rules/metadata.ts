// A spec's metadata must be JSON data: it is hashed and stored as such.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { StaticValue } from "../../model/value.ts";
import type { Context } from "../context.ts";

/** Reports classes, DSL objects and undefined items in metadata. An undefined property is an absent one. */
export function* checkMetadata(context: Context): Iterable<Diagnostic> {
  for (const { spec } of context.decls) yield* checkValue(spec.metadata);
}

function* checkValue(value: StaticValue): Iterable<Diagnostic> {
  switch (value.kind) {
    case "array":
      for (const item of value.items) yield* item.kind === "undefined" ? notJson("undefined", item) : checkValue(item);
      return;
    case "object":
      for (const entry of value.entries) yield* checkValue(entry.value);
      return;
    case "number":
      if (!Number.isFinite(value.value)) yield* notJson(String(value.value), value);
      return;
    case "class":
      yield* notJson(`the class ${value.id.name}`, value);
      return;
    case "dsl":
      if (value.name !== "float") yield* notJson(`${value.name}(…)`, value);
  }
}

function* notJson(found: string, value: StaticValue): Iterable<Diagnostic> {
  yield diagnose("MXC2012", { found }, value.span);
}
