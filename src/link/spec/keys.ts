// Feature keys, field keys and references to features. Which parts a key may have is for resolve to say.

import type { Located } from "../../model/span.ts";
import type { FeatureRef, KeyDecl } from "../../model/spec.ts";
import type { StaticValue } from "../../model/value.ts";
import type { SpecContext } from "./context.ts";
import { mismatch, onlyArgument, readString } from "./values.ts";

/** The two kinds of keys; an instance of one is not accepted for the other. */
export type KeyClass = "FeatureKey" | "FieldKey";

/** `"a/b"`, `["a", "b"]` or an instance of the key class. */
export function readKey(context: SpecContext, value: StaticValue, path: string, keyClass: KeyClass): KeyDecl | null {
  if (value.kind === "string") return { parts: splitKey(value.value, value), span: value.span };
  if (value.kind === "array") return readParts(context, value, path);
  if (value.kind === "dsl" && value.name === keyClass) {
    const argument = onlyArgument(context, value, "one key");
    const key = argument === null ? null : readKey(context, argument, path, keyClass);
    return key === null ? null : { parts: key.parts, span: value.span };
  }
  return mismatch(context, value, path, expectedKey(keyClass));
}

function expectedKey(keyClass: KeyClass): string {
  return keyClass === "FeatureKey" ? 'a key such as "video/raw" or ["video", "raw"]' : 'a key such as "frames"';
}

function readParts(
  context: SpecContext,
  value: StaticValue & { readonly kind: "array" },
  path: string,
): KeyDecl | null {
  const parts = value.items.map((item, index) => readString(context, item, `${path}[${index}]`));
  return parts.every((part) => part !== null) ? { parts, span: value.span } : null;
}

/** Each part with its own place, where the text stands in the source as it is. */
function splitKey(text: string, { span }: StaticValue): readonly Located<string>[] {
  const verbatim = span.end - span.start === text.length + 2;
  let start = span.start + 1;
  return text.split("/").map((value) => {
    const own = { file: span.file, start, end: start + value.length };
    start += value.length + 1;
    return { value, span: verbatim && value !== "" ? own : span };
  });
}

/** A feature by key or by class. */
export function readFeatureRef(context: SpecContext, value: StaticValue, path: string): FeatureRef | null {
  if (value.kind === "class") {
    const id = context.featureOf(value, path);
    return id === null ? null : { kind: "class", id, span: value.span };
  }
  const known =
    value.kind === "string" || value.kind === "array" || (value.kind === "dsl" && value.name === "FeatureKey");
  if (!known) return mismatch(context, value, path, "a feature class or a feature key");
  const key = readKey(context, value, path, "FeatureKey");
  return key === null ? null : { kind: "key", key, span: value.span };
}
