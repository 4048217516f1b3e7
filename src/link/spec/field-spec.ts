// `FieldSpec` and `FieldDep`. Source of defaults and refusals: Metaxy 0.1, `models/field.py`.

import type { FieldDepDecl, FieldSpecDecl, KeyDecl } from "../../model/spec.ts";
import { ALL_FIELDS, INITIAL_CODE_VERSION } from "../../model/spec.ts";
import type { StaticValue } from "../../model/value.ts";
import type { SpecContext } from "./context.ts";
import { readFeatureRef, readKey } from "./keys.ts";
import { mismatch, onlyArgument, option, readList, readOptions, readString, required } from "./values.ts";

/** A field by its name, as a `FieldSpec` or as its plain object. */
export function readFieldSpec(context: SpecContext, value: StaticValue, path: string): FieldSpecDecl | null {
  const codeVersion = { value: INITIAL_CODE_VERSION, span: value.span };
  if (value.kind === "string") {
    const key = readKey(context, value, path, "FieldKey");
    return key === null ? null : { key, codeVersion, deps: [], span: value.span };
  }
  const object = unwrap(context, value, path, "FieldSpec", "a name or a FieldSpec");
  const options =
    object === null ? null : readOptions(context, object, path, "a FieldSpec", ["key", "codeVersion", "deps"]);
  if (options === null) return null;
  const { span } = value;
  const defaultKey: KeyDecl = { parts: [{ value: "default", span }], span };
  return {
    key: option(options, path, "key", defaultKey, (item, at) => readKey(context, item, at, "FieldKey")),
    codeVersion: option(options, path, "codeVersion", codeVersion, (item, at) => readString(context, item, at)),
    deps: option<FieldSpecDecl["deps"]>(options, path, "deps", [], (item, at) => readFieldDeps(context, item, at)),
    span,
  };
}

/** The plain object inside an instance of a class of the library, or the object itself. */
export function unwrap(
  context: SpecContext,
  value: StaticValue,
  path: string,
  name: "FieldSpec" | "FieldDep" | "FeatureDep",
  expected: string,
): StaticValue | null {
  if (value.kind === "object") return value;
  if (value.kind === "dsl" && value.name === name) return onlyArgument(context, value, "one object");
  return mismatch(context, value, path, expected);
}

/** `SpecialFieldDep.ALL`, which is a string at run time. */
function isAll(value: StaticValue): boolean {
  return value.kind === "all-fields" || (value.kind === "string" && value.value === ALL_FIELDS);
}

function readFieldDeps(context: SpecContext, value: StaticValue, path: string): FieldSpecDecl["deps"] | null {
  if (isAll(value)) return "all";
  const expected = "SpecialFieldDep.ALL or an array of FieldDeps";
  return readList(context, value, path, expected, (item, at) => readFieldDep(context, item, at));
}

function readFieldDep(context: SpecContext, value: StaticValue, path: string): FieldDepDecl | null {
  const object = unwrap(context, value, path, "FieldDep", "a FieldDep");
  const options = object === null ? null : readOptions(context, object, path, "a FieldDep", ["feature", "fields"]);
  if (options === null) return null;
  const place = { path, of: "a FieldDep", value };
  const feature = required(context, options, place, "feature", "`feature: Video`", (item, at) =>
    readFeatureRef(context, item, at),
  );
  const fields = option<FieldDepDecl["fields"]>(options, path, "fields", "all", (item, at) =>
    readFieldKeys(context, item, at),
  );
  return feature === null ? null : { feature, fields, span: value.span };
}

function readFieldKeys(context: SpecContext, value: StaticValue, path: string): FieldDepDecl["fields"] | null {
  if (isAll(value)) return "all";
  const expected = "SpecialFieldDep.ALL or an array of field keys";
  return readList(context, value, path, expected, (item, at) => readKey(context, item, at, "FieldKey"));
}
