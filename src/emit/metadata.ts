// metadata.json: everything the compiler knows about one store, for machines. One line per column, index and constraint, so
// that a diff shows what changed. Text is put together directly: at ten thousand features the document is tens of megabytes.

import type { Feature, FeatureGraph } from "../model/feature.ts";
import type { Json } from "../model/json.ts";
import type { Target } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { ForeignKey, Index, Table, TableColumn } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";
import { jsonBlock, jsonLine, jsonList, jsonMembers, jsonString, jsonStrings, jsonText } from "./json-text.ts";

/** The layout of the document; a change that breaks readers raises it. */
const SCHEMA_VERSION = 1;

/** A place as the document states it, counted from 1. */
export interface SourcePosition {
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

/** A table and what its dialect made of it. */
export interface MetadataTable {
  readonly table: Table;
  /** The SQL type of each column. */
  readonly columnTypes: readonly string[];
  /** What follows DEFAULT, for each column; null without one. */
  readonly columnDefaults: readonly (string | null)[];
  /** What the dialect has no room for, in words. */
  readonly omitted: readonly string[];
}

/**
 * The text of metadata.json. Compiled features stand sorted by key, tables in the order of their statements; equal input
 * gives equal bytes.
 */
export function printMetadata(input: MetadataInput): string {
  const { graph, versions, target, files } = input;
  const members = [
    `"schema_version": ${SCHEMA_VERSION}`,
    '"generator": "metaxy-compile"',
    `"project": ${jsonText(graph.project)}`,
    `"project_version": ${jsonText(versions.projectVersion)}`,
    `"store": ${storeLine(target)}`,
    `"files": ${jsonStrings(files)}`,
    `"features": ${jsonMembers(printFeatures(input), "  ")}`,
    `"tables": ${jsonList(printTables(input), "  ")}`,
  ];
  return `${jsonMembers(members, "")}\n`;
}

function storeLine({ name, dialect, tablePrefix, displayUrl }: Target): string {
  return `{ "name": ${jsonString(name)}, "dialect": ${jsonString(dialect)}, "table_prefix": ${jsonString(tablePrefix)}, "sqlalchemy_url": ${jsonText(displayUrl)} }`;
}

/** A member per compiled feature. One whose versions could not be computed has been reported and is left out. */
function printFeatures(input: MetadataInput): readonly string[] {
  const tables = new Map(input.tables.map(({ table }) => [table.feature, table.name]));
  const selected = input.graph.features.filter(({ selected }) => selected);
  const sorted = [...selected].sort((a, b) => compareText(a.key, b.key));
  const schemaLine = cachingLine();
  return sorted.flatMap((feature) => {
    const versions = input.versions.features.get(feature.key);
    if (versions === undefined) return [];
    const table = tables.get(feature.key) ?? null;
    return [`${jsonString(feature.key)}: ${printFeature(feature, versions, table, input.position, schemaLine)}`];
  });
}

function printFeature(
  { project, decl, spec, upstream, downstream }: Feature,
  versions: FeatureVersions,
  table: string | null,
  position: MetadataInput["position"],
  schemaLine: (value: Json) => string,
): string {
  const indent = "    ";
  const members = [
    `"project": ${jsonString(project)}`,
    `"class_name": ${jsonText(decl?.className ?? null)}`,
    `"table": ${jsonText(table)}`,
    `"source": ${sourceLine(decl?.span ?? null, position)}`,
    `"spec": ${jsonBlock(spec, 2, `${indent}  `)}`,
    `"feature_version": ${jsonString(versions.featureVersion)}`,
    `"feature_version_by_field": ${jsonLine(versions.fieldVersions)}`,
    `"code_version": ${jsonString(versions.codeVersion)}`,
    `"feature_spec_version": ${jsonString(versions.featureSpecVersion)}`,
    `"definition_version": ${jsonString(versions.definitionVersion)}`,
    `"feature_schema": ${jsonBlock(versions.featureSchema, 2, `${indent}  `, schemaLine)}`,
    `"upstream": ${jsonStrings(upstream)}`,
    `"downstream": ${jsonStrings(downstream)}`,
  ];
  return jsonMembers(members, indent);
}

/** Prints the schemas of the system columns, which all features share as objects, once. */
function cachingLine(): (value: Json) => string {
  const lines = new Map<Json, string>();
  return (value) => {
    if (typeof value !== "object" || value === null) return jsonLine(value);
    const known = lines.get(value);
    if (known !== undefined) return known;
    const line = jsonLine(value);
    // Shared objects come with the first features; what comes later is mostly seen once.
    if (lines.size < CACHED_LINES) lines.set(value, line);
    return line;
  };
}

/** Room for the system columns of both base classes and the schemas of the features they come with. */
const CACHED_LINES = 1000;

function printTables({ tables, position }: MetadataInput): readonly string[] {
  const systemLines = new Map<TableColumn, string>();
  return tables.map(({ table, columnTypes, columnDefaults, omitted }) => {
    const columns = table.columns.map((column, index) => {
      const known = systemLines.get(column);
      if (known !== undefined) return known;
      const line = columnLine(column, columnTypes[index] ?? "", columnDefaults[index] ?? null, position);
      // Tables share their system columns as objects, and with them the type.
      if (column.system) systemLines.set(column, line);
      return line;
    });
    return printTable(table, columns, omitted);
  });
}

function printTable(table: Table, columns: readonly string[], omitted: readonly string[]): string {
  const indent = "    ";
  const inner = `${indent}  `;
  const { primaryKey } = table;
  const members = [
    `"name": ${jsonString(table.name)}`,
    `"schema": ${jsonText(table.schema)}`,
    `"feature": ${jsonText(table.feature)}`,
    `"kind": "${table.kind}"`,
    `"comment": ${jsonText(table.comment)}`,
    `"columns": ${jsonList(columns, inner)}`,
    `"primary_key": ${primaryKey === null ? "null" : namedColumns(primaryKey)}`,
    `"indexes": ${jsonList(table.indexes.map(indexLine), inner)}`,
    `"unique_constraints": ${jsonList(table.uniqueConstraints.map(namedColumns), inner)}`,
    `"check_constraints": ${jsonList(
      table.checkConstraints.map(
        ({ name, expression }) => `{ "name": ${jsonText(name)}, "expression": ${jsonString(expression)} }`,
      ),
      inner,
    )}`,
    `"foreign_keys": ${jsonList(table.foreignKeys.map(foreignKeyLine), inner)}`,
    ...(omitted.length === 0 ? [] : [`"omitted": ${jsonStrings(omitted)}`]),
  ];
  return jsonMembers(members, indent);
}

function columnLine(
  column: TableColumn,
  sqlType: string,
  value: string | null,
  position: MetadataInput["position"],
): string {
  // Plain data by its definition, which TypeScript does not believe of interfaces.
  const type = column.type as unknown as Json;
  const more = [
    column.generated === null ? "" : `, "generated": ${jsonString(column.generated.sql)}`,
    column.autoincrement ? ', "autoincrement": true' : "",
  ];
  return (
    `{ "name": ${jsonString(column.name)}, "type": ${jsonLine(type)}, ` +
    `"sql_type": ${jsonString(sqlType)}, "nullable": ${column.nullable}, ` +
    `"default": ${jsonText(value)}, "comment": ${jsonText(column.comment)}, ` +
    `"system": ${column.system}, "id": ${column.id}, "source": ${sourceLine(column.source, position)}${more.join("")} }`
  );
}

/** `columns` are those that are plain columns; `parts` tell the whole story where that is not it. */
function indexLine({ name, parts, unique, where, using, include }: Index): string {
  const columns = parts.flatMap(({ column }) => column ?? []);
  const plain = parts.every(({ column, descending }) => column !== null && !descending);
  const more = [
    plain ? "" : `, "parts": ${jsonLine(parts.map((part) => ({ ...part })))}`,
    using === null ? "" : `, "using": ${jsonString(using)}`,
    include.length === 0 ? "" : `, "include": ${jsonStrings(include)}`,
  ];
  return `{ "name": ${jsonString(name)}, "columns": ${jsonStrings(columns)}, "unique": ${unique}, "where": ${jsonText(where)}${more.join("")} }`;
}

function namedColumns({
  name,
  columns,
}: {
  readonly name: string | null;
  readonly columns: readonly string[];
}): string {
  return `{ "name": ${jsonText(name)}, "columns": ${jsonStrings(columns)} }`;
}

function foreignKeyLine(key: ForeignKey): string {
  return (
    `{ "name": ${jsonText(key.name)}, "columns": ${jsonStrings(key.columns)}, ` +
    `"referred_schema": ${jsonText(key.referredSchema)}, "referred_table": ${jsonString(key.referredTable)}, ` +
    `"referred_columns": ${jsonStrings(key.referredColumns)}, ` +
    `"on_delete": ${jsonText(key.onDelete)}, "on_update": ${jsonText(key.onUpdate)} }`
  );
}

function sourceLine(span: Span | null, position: MetadataInput["position"]): string {
  if (span === null) return "null";
  const { path, line, column } = position(span);
  return `{ "path": ${jsonString(path)}, "line": ${line}, "column": ${column} }`;
}
