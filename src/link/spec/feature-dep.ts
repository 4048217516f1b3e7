// `FeatureDep` with its mapping and lineage. Source of defaults and refusals: Metaxy 0.1, `models/feature_spec.py`,
// `models/fields_mapping.py`, `models/lineage.py`.

import type { Located } from "../../model/span.ts";
import type { FeatureDepDecl, FieldsMappingDecl, LineageDecl, SpecificMapping } from "../../model/spec.ts";
import type { StaticEntry, StaticValue } from "../../model/value.ts";
import { pathStep } from "../fold/containers.ts";
import type { SpecContext } from "./context.ts";
import { unwrap } from "./field-spec.ts";
import { readFeatureRef, readKey } from "./keys.ts";
import {
  mismatch,
  onlyArgument,
  option,
  optionalArgument,
  orNull,
  readBoolean,
  readList,
  readOptions,
  readString,
  readStrings,
  required,
} from "./values.ts";

const OPTIONS = ["feature", "select", "rename", "fieldsMapping", "filters", "lineage", "optional"];
const OF = "a FeatureDep";

/** A dependency as a `FeatureDep`, as its plain object, or just the feature. */
export function readFeatureDep(context: SpecContext, value: StaticValue, path: string): FeatureDepDecl | null {
  const isDep = value.kind === "object" || (value.kind === "dsl" && value.name === "FeatureDep");
  if (!isDep) {
    const feature = readFeatureRef(context, value, path);
    return feature === null ? null : { ...DEFAULTS, ...defaultsAt(value), feature, span: value.span };
  }
  const object = unwrap(context, value, path, "FeatureDep", OF);
  const options = object === null ? null : readOptions(context, object, path, OF, OPTIONS);
  if (options === null) return null;
  const feature = required(context, options, { path, of: OF, value }, "feature", "`feature: Video`", (item, at) =>
    readFeatureRef(context, item, at),
  );
  const { fieldsMapping, lineage } = defaultsAt(value);
  const strings = (item: StaticValue, at: string) => orNull(item, () => readStrings(context, item, at));
  const dep = {
    select: option(options, path, "select", null, strings),
    rename: option(options, path, "rename", null, (item, at) => orNull(item, () => readRename(context, item, at))),
    fieldsMapping: option(options, path, "fieldsMapping", fieldsMapping, (item, at) => readMapping(context, item, at)),
    filters: option(options, path, "filters", null, strings),
    lineage: option(options, path, "lineage", lineage, (item, at) => readLineage(context, item, at)),
    optional: option(options, path, "optional", false, (item, at) => readBoolean(context, item, at)?.value ?? null),
  };
  return feature === null ? null : { feature, ...dep, span: value.span };
}

const DEFAULTS = { select: null, rename: null, filters: null, optional: false } as const;

function defaultsAt({ span }: StaticValue): Pick<FeatureDepDecl, "fieldsMapping" | "lineage"> {
  return {
    fieldsMapping: { kind: "default", matchSuffix: false, excludeFields: [], span },
    lineage: { kind: "identity", span },
  };
}

function readRename(context: SpecContext, value: StaticValue, path: string): FeatureDepDecl["rename"] {
  if (value.kind !== "object") return mismatch(context, value, path, 'an object such as { from: "to" }');
  return value.entries.flatMap((entry) => readRenameEntry(context, entry, path) ?? []);
}

function readRenameEntry(
  context: SpecContext,
  { key, keySpan, value }: StaticEntry,
  path: string,
): { readonly from: Located<string>; readonly to: Located<string> } | null {
  if (value.kind === "undefined") return null;
  const to = readString(context, value, path + pathStep(key));
  return to === null ? null : { from: { value: key, span: keySpan }, to };
}

function readMapping(context: SpecContext, value: StaticValue, path: string): FieldsMappingDecl | null {
  if (value.kind === "dsl") {
    const { span } = value;
    switch (value.name) {
      case "FieldsMapping.default":
        return readDefaultMapping(context, value, path);
      case "FieldsMapping.specific":
        return readSpecificMapping(context, value, path);
      case "FieldsMapping.all":
      case "FieldsMapping.none":
        return { kind: value.name === "FieldsMapping.all" ? "all" : "none", span };
    }
  }
  return mismatch(context, value, path, "a FieldsMapping such as FieldsMapping.all()");
}

type Dsl = StaticValue & { readonly kind: "dsl" };

function readDefaultMapping(context: SpecContext, value: Dsl, path: string): FieldsMappingDecl | null {
  const argument = optionalArgument(context, value, "one object or nothing");
  const known = ["matchSuffix", "excludeFields"];
  const options = argument === null ? null : readOptions(context, argument, path, value.name, known);
  if (options === null) return null;
  return {
    kind: "default",
    matchSuffix: option(
      options,
      path,
      "matchSuffix",
      false,
      (item, at) => readBoolean(context, item, at)?.value ?? null,
    ),
    excludeFields: option(options, path, "excludeFields", [], (item, at) => readFieldKeys(context, item, at)),
    span: value.span,
  };
}

function readFieldKeys(context: SpecContext, value: StaticValue, path: string) {
  const expected = "an array of field keys";
  return readList(context, value, path, expected, (item, at) => readKey(context, item, at, "FieldKey"));
}

function readSpecificMapping(context: SpecContext, value: Dsl, path: string): FieldsMappingDecl | null {
  const argument = onlyArgument(context, value, "one object");
  if (argument === null) return null;
  if (argument.kind !== "object") {
    return mismatch(context, argument, path, 'an object such as { frames: ["frames"] }');
  }
  const mapping: SpecificMapping[] = [];
  for (const entry of argument.entries) {
    const key: StaticValue = { kind: "string", value: entry.key, span: entry.keySpan };
    const field = readKey(context, key, path, "FieldKey");
    const upstream = readFieldKeys(context, entry.value, path + pathStep(entry.key));
    if (field !== null && upstream !== null) mapping.push({ field, upstream });
  }
  return { kind: "specific", mapping, span: value.span };
}

function readLineage(context: SpecContext, value: StaticValue, path: string): LineageDecl | null {
  if (value.kind === "dsl") {
    switch (value.name) {
      case "LineageRelationship.identity":
        return { kind: "identity", span: value.span };
      case "LineageRelationship.aggregation":
        return readAggregation(context, value, path);
      case "LineageRelationship.expansion":
        return readExpansion(context, value, path);
    }
  }
  return mismatch(context, value, path, "a LineageRelationship such as LineageRelationship.identity()");
}

function readAggregation(context: SpecContext, value: Dsl, path: string): LineageDecl | null {
  const argument = optionalArgument(context, value, "one object or nothing");
  const options = argument === null ? null : readOptions(context, argument, path, value.name, ["on"]);
  if (options === null) return null;
  const on = option(options, path, "on", null, (item, at) => orNull(item, () => readStrings(context, item, at)));
  return { kind: "aggregation", on, span: value.span };
}

function readExpansion(context: SpecContext, value: Dsl, path: string): LineageDecl | null {
  const argument = onlyArgument(context, value, "one object");
  const known = ["on", "idGenerationPattern"];
  const options = argument === null ? null : readOptions(context, argument, path, value.name, known);
  if (options === null) return null;
  const place = { path, of: value.name, value };
  const on = required(context, options, place, "on", '`on: ["video_id"]`', (item, at) =>
    readStrings(context, item, at),
  );
  const idGenerationPattern = option(options, path, "idGenerationPattern", null, (item, at) =>
    orNull(item, () => readString(context, item, at)?.value ?? null),
  );
  return on === null ? null : { kind: "expansion", on, idGenerationPattern, span: value.span };
}
