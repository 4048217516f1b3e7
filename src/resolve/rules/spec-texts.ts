// Texts of a spec are hashed and stored as UTF-8, which half of a surrogate pair is not: Python fails on it.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import type { Context } from "../context.ts";

/** Reports code versions, metadata and descriptions that no hash can be taken of or that nobody could write down. */
export function* checkSpecTexts(context: Context): Iterable<Diagnostic> {
  for (const { spec, table } of context.decls) {
    for (const { codeVersion } of spec.fields) yield* checkText("the code version", codeVersion);
    yield* checkValue(spec.metadata);
    // That of a table is its comment too, and is checked as such.
    if (spec.description !== null && !table) yield* checkText("the description", spec.description);
  }
}

function* checkValue(value: StaticValue): Iterable<Diagnostic> {
  if (value.kind === "string") yield* checkText("the metadata", value);
  else if (value.kind === "array") for (const item of value.items) yield* checkValue(item);
  else if (value.kind === "object") {
    for (const { key, keySpan, value: inner } of value.entries) {
      yield* checkText("the metadata", { value: key, span: keySpan });
      yield* checkValue(inner);
    }
  }
}

function* checkText(what: string, { value, span }: Located<string>): Iterable<Diagnostic> {
  if (/\p{Surrogate}/u.test(value)) yield diagnose("MXC2602", { what, problem: "half of a surrogate pair" }, span);
}
