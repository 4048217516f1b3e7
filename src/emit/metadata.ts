// metadata.json: everything the compiler knows about one store, for machines. One line per column, index and constraint, so
// that a diff shows what changed, and nothing that changes by itself: no places, no dependents. Text is put together
// directly, a feature or a table at a time: at ten thousand features it is tens of megabytes.

import type { DialectName } from "../model/dialect-name.ts";
import type { Feature, FeatureGraph } from "../model/feature.ts";
import type { Chunk } from "../model/output.ts";
import type { Target } from "../model/project.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";
import { jsonLine, jsonString, jsonStrings, jsonText, type TextSink, textWrittenBy, writeJson } from "./json-text.ts";
import { type MetadataColumns, type MetadataTable, printSystemColumns, printTables } from "./metadata-tables.ts";

/** The layout of the document; a change that breaks readers raises it. */
const SCHEMA_VERSION = 2;

/** What the document says of a store. */
interface DescribedStore extends Pick<Target, "name" | "tablePrefix" | "displayUrl"> {
  /** Null for a store without SQL tables. */
  readonly dialect: DialectName | null;
}

/** What {@link printMetadata} puts into words. */
export interface MetadataInput {
  readonly graph: FeatureGraph;
  readonly versions: GraphVersions;
  readonly store: DescribedStore;
  /** Feature and system tables in the order in which they are created. */
  readonly tables: readonly MetadataTable[];
  /** Files written beside the document, relative to its folder. */
  readonly files: readonly string[];
  /** The columns that every feature table begins with and that are the same in each. */
  readonly systemColumns: MetadataColumns;
}

/**
 * The text of metadata.json, piece by piece. Compiled features stand sorted by key, tables in the order of their statements;
 * equal input gives equal bytes.
 */
export function* printMetadata(input: MetadataInput): Generator<Chunk> {
  const { graph, versions, store, files, tables, systemColumns } = input;
  yield "{\n";
  yield `  "schema_version": ${SCHEMA_VERSION},\n`;
  yield '  "generator": "metaxy-compile",\n';
  yield `  "project": ${jsonText(graph.project)},\n`;
  yield '  "project_version": ';
  yield { unit: "project version", text: jsonText(versions.projectVersion) };
  yield ",\n";
  yield `  "store": ${storeLine(store)},\n`;
  yield `  "files": ${jsonStrings(files)},\n`;
  yield '  "features": ';
  yield* printFeatures(input);
  yield `,\n  "system_columns": ${printSystemColumns(systemColumns)},\n  "tables": `;
  yield* printTables(tables, systemColumns);
  yield "\n}\n";
}

function storeLine({ name, dialect, tablePrefix, displayUrl }: DescribedStore): string {
  return jsonLine({ name, dialect, table_prefix: tablePrefix, sqlalchemy_url: displayUrl });
}

/** A member per compiled feature. One whose versions could not be computed has been reported and is left out. */
function* printFeatures({ graph, versions, tables }: MetadataInput): Generator<Chunk> {
  const tableNames = new Map(tables.map(({ table }) => [table.feature, table.name]));
  let before = "{\n    ";
  for (const feature of graph.features.filter(({ selected }) => selected).sort(compareKeys)) {
    const own = versions.features.get(feature.key);
    if (own === undefined) continue;
    const table = tableNames.get(feature.key) ?? null;
    yield `${before}${jsonString(feature.key)}: `;
    yield { unit: `feature ${feature.key}`, text: textWrittenBy((out) => writeFeature(out, feature, own, table)) };
    before = ",\n    ";
  }
  yield before.startsWith("{") ? "{}" : "\n  }";
}

function compareKeys(a: Feature, b: Feature): number {
  return compareText(a.key, b.key);
}

function writeFeature(
  out: TextSink,
  { project, decl, spec, upstream }: Feature,
  versions: FeatureVersions,
  table: string | null,
): void {
  const indent = "      ";
  out.push(`{\n${indent}"project": ${jsonString(project)},\n`);
  out.push(`${indent}"class_name": ${jsonText(decl?.className ?? null)},\n`);
  out.push(`${indent}"module": ${jsonText(decl?.id.module ?? null)},\n`);
  out.push(`${indent}"table": ${jsonText(table)},\n`);
  out.push(`${indent}"spec": `);
  writeJson(out, spec, 2, indent);
  out.push(`,\n${indent}"feature_version": ${jsonString(versions.featureVersion)},\n`);
  out.push(`${indent}"feature_version_by_field": ${jsonLine(versions.fieldVersions)},\n`);
  out.push(`${indent}"code_version": ${jsonString(versions.codeVersion)},\n`);
  out.push(`${indent}"feature_spec_version": ${jsonString(versions.featureSpecVersion)},\n`);
  out.push(`${indent}"definition_version": ${jsonString(versions.definitionVersion)},\n`);
  out.push(`${indent}"upstream": ${jsonStrings(upstream)}\n    }`);
}
