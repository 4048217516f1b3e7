// metadata.json: everything the compiler knows about one store, for machines. One line per column, index and constraint, so
// that a diff shows what changed. Text is put together directly, a feature or a table at a time: at ten thousand features it
// is a hundred megabytes.

import type { Feature, FeatureGraph } from "../model/feature.ts";
import type { Json } from "../model/json.ts";
import type { Chunk } from "../model/output.ts";
import type { Target } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";
import { isSharedSchema } from "../versions/shared-schemas.ts";
import { jsonLine, jsonString, jsonStrings, jsonText, type TextSink, textWrittenBy, writeJson } from "./json-text.ts";
import { type MetadataTable, printTables, type SourcePrinter } from "./metadata-tables.ts";

/** The layout of the document; a change that breaks readers raises it. */
const SCHEMA_VERSION = 1;

/** A place as the document states it, counted from 1. */
interface SourcePosition {
  /** Relative to the configuration file, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What {@link printMetadata} puts into words. */
export interface MetadataInput {
  readonly graph: FeatureGraph;
  readonly versions: GraphVersions;
  readonly target: Target;
  /** Feature and system tables in the order in which they are created. */
  readonly tables: readonly MetadataTable[];
  /** Files written beside the document, relative to its folder. */
  readonly files: readonly string[];
  readonly position: (span: Span) => SourcePosition;
}

/**
 * The text of metadata.json, piece by piece. Compiled features stand sorted by key, tables in the order of their statements;
 * equal input gives equal bytes.
 */
export function* printMetadata(input: MetadataInput): Generator<Chunk> {
  const { graph, versions, target, files, tables, position } = input;
  const source = sourcePrinter(position);
  yield "{\n";
  yield `  "schema_version": ${SCHEMA_VERSION},\n`;
  yield '  "generator": "metaxy-compile",\n';
  yield `  "project": ${jsonText(graph.project)},\n`;
  yield '  "project_version": ';
  yield { unit: "project version", text: jsonText(versions.projectVersion) };
  yield ",\n";
  yield `  "store": ${storeLine(target)},\n`;
  yield `  "files": ${jsonStrings(files)},\n`;
  yield '  "features": ';
  yield* printFeatures(input, source);
  yield ',\n  "tables": ';
  yield* printTables(tables, source);
  yield "\n}\n";
}

/** Prints places. Most follow one of the same file. */
function sourcePrinter(position: MetadataInput["position"]): SourcePrinter {
  let known = "";
  let quoted = '""';
  return (span) => {
    if (span === null) return "null";
    const { path, line, column } = position(span);
    if (path !== known) {
      known = path;
      quoted = jsonString(path);
    }
    return `{ "path": ${quoted}, "line": ${line}, "column": ${column} }`;
  };
}

function storeLine({ name, dialect, tablePrefix, displayUrl }: Target): string {
  return jsonLine({ name, dialect, table_prefix: tablePrefix, sqlalchemy_url: displayUrl });
}

/** A member per compiled feature. One whose versions could not be computed has been reported and is left out. */
function* printFeatures({ graph, versions, tables }: MetadataInput, source: SourcePrinter): Generator<Chunk> {
  const tableNames = new Map(tables.map(({ table }) => [table.feature, table.name]));
  const schemaLine = cachingLine();
  let before = "{\n    ";
  for (const feature of graph.features.filter(({ selected }) => selected).sort(compareKeys)) {
    const own = versions.features.get(feature.key);
    if (own === undefined) continue;
    const table = tableNames.get(feature.key) ?? null;
    yield `${before}${jsonString(feature.key)}: `;
    const text = textWrittenBy((out) => writeFeature(out, feature, own, table, source, schemaLine));
    yield { unit: `feature ${feature.key}`, text };
    before = ",\n    ";
  }
  yield before.startsWith("{") ? "{}" : "\n  }";
}

function compareKeys(a: Feature, b: Feature): number {
  return compareText(a.key, b.key);
}

function writeFeature(
  out: TextSink,
  { project, decl, spec, upstream, downstream }: Feature,
  versions: FeatureVersions,
  table: string | null,
  source: SourcePrinter,
  schemaLine: (value: Json) => string,
): void {
  const indent = "      ";
  out.push(`{\n${indent}"project": ${jsonString(project)},\n`);
  out.push(`${indent}"class_name": ${jsonText(decl?.className ?? null)},\n`);
  out.push(`${indent}"table": ${jsonText(table)},\n`);
  out.push(`${indent}"source": ${source(decl?.span ?? null)},\n`);
  out.push(`${indent}"spec": `);
  writeJson(out, spec, 2, indent);
  out.push(`,\n${indent}"feature_version": ${jsonString(versions.featureVersion)},\n`);
  out.push(`${indent}"feature_version_by_field": ${jsonLine(versions.fieldVersions)},\n`);
  out.push(`${indent}"code_version": ${jsonString(versions.codeVersion)},\n`);
  out.push(`${indent}"feature_spec_version": ${jsonString(versions.featureSpecVersion)},\n`);
  out.push(`${indent}"definition_version": ${jsonString(versions.definitionVersion)},\n`);
  out.push(`${indent}"feature_schema": `);
  writeJson(out, versions.featureSchema, 2, indent, schemaLine);
  out.push(`,\n${indent}"upstream": ${jsonStrings(upstream)},\n`);
  out.push(`${indent}"downstream": ${jsonStrings(downstream)}\n    }`);
}

/** Prints the schemas that features share as objects, as those of the system columns, once. */
function cachingLine(): (value: Json) => string {
  const lines = new Map<Json, string>();
  return (value) => {
    if (!isSharedSchema(value)) return jsonLine(value);
    const line = lines.get(value) ?? jsonLine(value);
    lines.set(value, line);
    return line;
  };
}
