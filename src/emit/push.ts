// What `metaxy push` records, as SQL: a row per feature of the project in Metaxy's own table. A statement adds its row only
// if the store does not hold it yet or another version of the project was pushed since, so that running the script twice adds
// nothing and going back to an earlier version adds it again, as Python does.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Feature, FeatureGraph } from "../model/feature.ts";
import { classPathOf } from "../model/names.ts";
import type { Statement } from "../model/output.ts";
import type { Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import type { FeatureVersions, GraphVersions } from "../model/versions.ts";
import { printJson } from "../versions/canonical-json.ts";
import { schemaOf } from "../versions/feature-schema.ts";

/**
 * Python records the version of Metaxy that pushed. Nobody did here: it is the line of releases whose rules the row follows,
 * beside the program that wrote it.
 */
const TAGS = printJson({ generator: "metaxy-compile", metaxy: printJson({ version: "0.1" }) });

/** What {@link printPush} records, and where. */
export interface PushInput {
  readonly graph: FeatureGraph;
  readonly versions: GraphVersions;
  /** The prefixed `metaxy_system__feature_versions`. */
  readonly table: Table;
}

/** The statements that record the selected features, by key. Versions of several projects at once have no statements. */
export function printPush({ graph, versions, table }: PushInput, dialect: Dialect): readonly Statement[] {
  const { projectVersion } = versions;
  if (projectVersion === null) return [];
  const selected = graph.features.filter((feature) => feature.selected && feature.locked === null);
  return [...selected]
    .sort((a, b) => compareText(a.key, b.key))
    .flatMap((feature) => {
      const known = versions.features.get(feature.key);
      if (known === undefined) return [];
      const row = rowOf(feature, known, projectVersion);
      const sql = printInsert(row, table, dialect);
      return [
        { kind: "insert", table: table.name, name: feature.key, sql, source: feature.decl?.span ?? null } as const,
      ];
    });
}

/** A row without its time. */
interface Row {
  readonly project: string;
  readonly feature_key: string;
  readonly metaxy_feature_version: string;
  readonly metaxy_definition_version: string;
  readonly metaxy_project_version: string;
  readonly feature_spec: string;
  readonly feature_schema: string;
  readonly feature_class_path: string;
  readonly tags: string;
}

function rowOf(feature: Feature, versions: FeatureVersions, projectVersion: string): Row {
  const { project, key, spec, decl } = feature;
  return {
    project,
    feature_key: key,
    metaxy_feature_version: versions.featureVersion,
    metaxy_definition_version: versions.definitionVersion,
    metaxy_project_version: projectVersion,
    feature_spec: printJson(spec),
    feature_schema: printJson(schemaOf(feature)),
    feature_class_path: decl === null ? "" : classPathOf(decl.id),
    tags: TAGS,
  };
}

function printInsert(row: Row, table: Table, dialect: Dialect): string {
  const { quoteString } = dialect;
  const name = quoteTable(dialect, table.schema, table.name);
  const column = (of: keyof Row | "recorded_at") => dialect.quoteIdentifier(of);
  const holds = (of: keyof Row, operator = "=") => `${column(of)} ${operator} ${quoteString(row[of])}`;
  const lastTime = (condition: string) => `MAX(CASE WHEN ${condition} THEN ${column("recorded_at")} END)`;
  // Metaxy cannot read a version in which one feature has two class paths: what Python recorded first is repeated.
  const values = Object.entries(row).map(([name, value]) =>
    name === "feature_class_path" ? `COALESCE(known_path, ${quoteString(value)})` : quoteString(value),
  );
  const isRow = `${holds("feature_key")} AND ${holds("metaxy_definition_version")} AND ${holds("metaxy_project_version")}`;
  return [
    `INSERT INTO ${name} ${quoteColumns(dialect, [...Object.keys(row), "recorded_at"])}`,
    "SELECT",
    [...values, dialect.utcNow].map((value) => `  ${value}`).join(",\n"),
    "FROM (",
    "  SELECT",
    `    ${lastTime(isRow)} AS this_row,`,
    `    MAX(CASE WHEN ${isRow} THEN ${column("feature_class_path")} END) AS known_path,`,
    `    ${lastTime(holds("metaxy_project_version", "<>"))} AS other_versions`,
    `  FROM ${name}`,
    `  WHERE ${holds("project")}`,
    ") AS pushed",
    "WHERE this_row IS NULL OR this_row < other_versions",
  ].join("\n");
}
