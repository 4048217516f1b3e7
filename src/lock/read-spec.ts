// A spec as Python's `model_dump(mode="json")` writes it, with or without its nulls. Out comes the declaration that a class
// would have made, every place in it being the entry's.

import { findKeyFault } from "../model/key-fault.ts";
import type { Located, Span } from "../model/span.ts";
import type {
  FeatureDepDecl,
  FeatureRef,
  FeatureSpecDecl,
  FieldDepDecl,
  FieldSpecDecl,
  FieldsMappingDecl,
  KeyDecl,
  LineageDecl,
} from "../model/spec.ts";
import { ALL_FIELDS, INITIAL_CODE_VERSION } from "../model/spec.ts";
import {
  note,
  openTable,
  type Problem,
  readEntries,
  readFlag,
  readOptionalText,
  readOptionalTexts,
  readTable,
  readTables,
  readText,
  readTexts,
  type TableReader,
} from "./table-reader.ts";
import { isTextList, toStaticObject } from "./toml-value.ts";

/** The keys of a spec. */
export const SPEC_KEYS: readonly string[] = ["key", "id_columns", "deps", "fields", "metadata", "description"];
const DEP_KEYS = ["feature", "select", "rename", "fields_mapping", "sql_filters", "lineage", "optional"];
const FIELD_KEYS = ["key", "code_version", "deps"];
const MAPPING_KEYS = ["type", "match_suffix", "exclude_fields", "mapping"];
const LINEAGE_KEYS = ["type", "on", "id_generation_pattern"];

/** Reads a spec; mistakes are noted in the reader. */
export function readSpec(reader: TableReader, span: Span): FeatureSpecDecl {
  const description = readOptionalText(reader, "description");
  const idColumns = readTexts(reader, "id_columns");
  if (idColumns.length === 0) note(reader, "id_columns", "at least one column");
  return {
    key: readKey(reader, "key", span),
    idColumns: textsAt(idColumns, span),
    idColumnsSpan: span,
    deps: readTables(reader, "deps", DEP_KEYS).map((dep) => readDep(dep, span)),
    fields: readFields(reader, span),
    metadata: toStaticObject(readEntries(reader, "metadata"), span),
    description: description === null ? null : { value: description, span },
    span,
  };
}

/** Reads the spec of a feature in metadata.json; null when it is none. */
export function readSpecJson(spec: unknown, span: Span): FeatureSpecDecl | null {
  const problems: Problem[] = [];
  const decl = readSpec(openTable(spec, ["spec"], SPEC_KEYS, problems), span);
  return problems.length === 0 ? decl : null;
}

function readDep(reader: TableReader, span: Span): FeatureDepDecl {
  const select = readOptionalTexts(reader, "select");
  const filters = readOptionalTexts(reader, "sql_filters");
  return {
    feature: readRef(reader, span),
    select: select === null ? null : textsAt(select, span),
    rename: (reader.table.rename ?? null) === null ? null : readRename(reader, span),
    fieldsMapping: readMapping(reader, span),
    filters: filters === null ? null : textsAt(filters, span),
    lineage: readLineage(reader, span),
    optional: readFlag(reader, "optional"),
    span,
  };
}

function readRename(reader: TableReader, span: Span): NonNullable<FeatureDepDecl["rename"]> {
  return readEntries(reader, "rename").map(([from, to]) => ({
    from: { value: from, span },
    to: { value: typeof to === "string" ? to : note(reader, "rename", "strings", ""), span },
  }));
}

function readMapping(dep: TableReader, span: Span): FieldsMappingDecl {
  const reader = readTable(readTable(dep, "fields_mapping", ["mapping"]), "mapping", MAPPING_KEYS);
  const type = readText(reader, "type");
  if (type === "all" || type === "none") return { kind: type, span };
  if (type === "specific") {
    const mapping = readEntries(reader, "mapping").map(([field, upstream]) => ({
      field: checkKey(keyAt(field, span), reader, "mapping"),
      upstream: isPartLists(upstream)
        ? upstream.map((parts) => checkKey({ parts: textsAt(parts, span), span }, reader, "mapping"))
        : note(reader, "mapping", "arrays of keys in parts", []),
    }));
    return { kind: "specific", mapping, span };
  }
  if (type !== "default") note(reader, "type", "'default', 'specific', 'all' or 'none'");
  const excludeFields = (readOptionalTexts(reader, "exclude_fields") ?? []).map((key) =>
    checkKey(keyAt(key, span), reader, "exclude_fields"),
  );
  return { kind: "default", matchSuffix: readFlag(reader, "match_suffix"), excludeFields, span };
}

function isPartLists(value: unknown): value is readonly (readonly string[])[] {
  return Array.isArray(value) && value.every(isTextList);
}

function readLineage(dep: TableReader, span: Span): LineageDecl {
  const reader = readTable(readTable(dep, "lineage", ["relationship"]), "relationship", LINEAGE_KEYS);
  const type = readText(reader, "type");
  const on = readOptionalTexts(reader, "on");
  if (type === "N:1") return { kind: "aggregation", on: on === null ? null : textsAt(on, span), span };
  if (type === "1:N") {
    const idGenerationPattern = readOptionalText(reader, "id_generation_pattern");
    return {
      kind: "expansion",
      on: textsAt(on ?? note(reader, "on", "an array of strings", []), span),
      idGenerationPattern,
      span,
    };
  }
  if (type !== "1:1") note(reader, "type", "'1:1', 'N:1' or '1:N'");
  return { kind: "identity", span };
}

function readFields(reader: TableReader, span: Span): readonly FieldSpecDecl[] {
  const seen = new Set<string>();
  return readTables(reader, "fields", FIELD_KEYS).map((field) => {
    const key = readOptionalText(field, "key");
    if (key !== null && seen.has(key)) note(field, "key", "a field that was not there before");
    if (key !== null) seen.add(key);
    return readField(field, span);
  });
}

function readField(reader: TableReader, span: Span): FieldSpecDecl {
  const isAll = reader.table.deps === ALL_FIELDS;
  return {
    key: readKey(reader, "key", span),
    codeVersion: { value: readOptionalText(reader, "code_version") ?? INITIAL_CODE_VERSION, span },
    deps: isAll ? "all" : readTables(reader, "deps", ["feature", "fields"]).map((dep) => readFieldDep(dep, span)),
    span,
  };
}

function readFieldDep(reader: TableReader, span: Span): FieldDepDecl {
  const { fields = ALL_FIELDS } = reader.table;
  return {
    feature: readRef(reader, span),
    fields:
      fields === ALL_FIELDS
        ? "all"
        : readTexts(reader, "fields").map((key) => checkKey(keyAt(key, span), reader, "fields")),
    span,
  };
}

function readKey(reader: TableReader, key: string, span: Span): KeyDecl {
  const text = reader.table[key];
  // What is no text is noted as such, and once.
  return typeof text === "string" ? checkKey(keyAt(text, span), reader, key) : keyAt(readText(reader, key), span);
}

/** Notes a key that no feature and no field can have. */
function checkKey(key: KeyDecl, reader: TableReader, name: string): KeyDecl {
  if (findKeyFault(key) !== null) {
    note(reader, name, "a key of lower-case letters, digits, '_' and '-' in parts joined by '/'");
  }
  return key;
}

function keyAt(text: string, span: Span): KeyDecl {
  return { parts: textsAt(text.split("/"), span), span };
}

function readRef(reader: TableReader, span: Span): FeatureRef {
  return { kind: "key", key: readKey(reader, "feature", span), span };
}

function textsAt(texts: readonly string[], span: Span): readonly Located<string>[] {
  return texts.map((value) => ({ value, span }));
}
