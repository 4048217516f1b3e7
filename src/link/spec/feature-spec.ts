// `new FeatureSpec({ … })` or the same as a plain object, with Python's defaults filled in.
// Source of defaults and refusals: Metaxy 0.1, `models/feature_spec.py`.

import type { Span } from "../../model/span.ts";
import type { FeatureDepDecl, FeatureSpecDecl, FieldSpecDecl } from "../../model/spec.ts";
import { INITIAL_CODE_VERSION } from "../../model/spec.ts";
import type { StaticValue } from "../../model/value.ts";
import type { SpecContext } from "./context.ts";
import { readFeatureDep } from "./feature-dep.ts";
import { readFieldSpec } from "./field-spec.ts";
import { readKey } from "./keys.ts";
import {
  mismatch,
  onlyArgument,
  option,
  orNull,
  readList,
  readOptions,
  readString,
  readStrings,
  required,
} from "./values.ts";

const OPTIONS = ["key", "idColumns", "deps", "fields", "metadata", "description"];
const OF = "a FeatureSpec";

/**
 * Reads a spec; null when it has no usable key or id columns. Everything wrong with it is reported.
 *
 * @param unreadable options that are there but could not be folded, which is reported already
 */
export function readFeatureSpec(
  context: SpecContext,
  value: StaticValue,
  unreadable: ReadonlySet<string> = new Set(),
): FeatureSpecDecl | null {
  const object = specObject(context, value);
  const options = object === null ? null : readOptions(context, object, "spec", OF, OPTIONS);
  if (object === null || options === null) return null;
  const place = { path: "spec", of: OF, value, unreadable };
  const key = required(context, options, place, "key", '`key: "video"`', (item, path) =>
    readKey(context, item, path, "FeatureKey"),
  );
  const idColumns = required(context, options, place, "idColumns", '`idColumns: ["id"]`', (item, path) =>
    readStrings(context, item, path),
  );
  const deps = option(options, "spec", "deps", [], (item, path) => readDeps(context, item, path));
  const fields = option(options, "spec", "fields", defaultFields(value.span), (item, path) =>
    readFields(context, item, path),
  );
  const metadata = option(options, "spec", "metadata", emptyObject(value.span), (item, path) =>
    item.kind === "object" ? item : mismatch(context, item, path, "an object"),
  );
  const description = option(options, "spec", "description", null, (item, path) =>
    orNull(item, () => readString(context, item, path)),
  );
  if (key === null || idColumns === null) return null;
  const idColumnsSpan = options.entries.get("idColumns")?.value.span ?? value.span;
  return { key, idColumns, idColumnsSpan, deps, fields, metadata, description, span: value.span };
}

function specObject(context: SpecContext, value: StaticValue): StaticValue | null {
  if (value.kind === "object") return value;
  if (value.kind === "dsl" && value.name === "FeatureSpec") return onlyArgument(context, value, "one object");
  return mismatch(context, value, "spec", "a FeatureSpec");
}

function emptyObject(span: Span): StaticValue & { readonly kind: "object" } {
  return { kind: "object", entries: [], span };
}

function defaultFields(span: Span): readonly FieldSpecDecl[] {
  const key = { parts: [{ value: "default", span }], span };
  return [{ key, codeVersion: { value: INITIAL_CODE_VERSION, span }, deps: [], span }];
}

function readDeps(context: SpecContext, value: StaticValue, path: string): readonly FeatureDepDecl[] | null {
  const expected = "an array of feature classes, keys or FeatureDeps";
  return readList(context, value, path, expected, (item, at) => readFeatureDep(context, item, at));
}

function readFields(context: SpecContext, value: StaticValue, path: string): readonly FieldSpecDecl[] | null {
  const expected = "an array of names or FieldSpecs";
  return readList(context, value, path, expected, (item, at) => readFieldSpec(context, item, at));
}
