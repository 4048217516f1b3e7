// What is kept of a clean compilation so that the next one can compile only what an edit touches: who depends on whom, and
// of every feature what decides about the others: its name, its neighbours, the names it takes. Plain data, survives JSON.

import type { CompiledTarget } from "./compile-target.ts";
import type { PrintedTable } from "./emit/print-tables.ts";
import type { LinkResult } from "./link/link.ts";
import type { Feature, FeatureGraph } from "./model/feature.ts";
import type { GraphVersions } from "./model/versions.ts";
import { ownFeatures, type VersionedFeature } from "./versions/versions.ts";

/** A clean compilation, as far as later ones ask about it. */
export interface Baseline {
  /** Parents first. Features of other code bases are not among them. */
  readonly features: readonly FeatureRecord[];
  /** Modules whose classes only look like features, with the modules that tell so. */
  readonly lookalikes: readonly (readonly [module: string, consulted: readonly string[]])[];
  /** Bindings that were taken as declared. */
  readonly trusted: readonly string[];
  /** What the project's version is made of. */
  readonly versions: readonly VersionedFeature[];
}

/** A feature, as far as other features ask about it. */
export interface FeatureRecord {
  readonly key: string;
  readonly module: string;
  /** Modules whose text its declaration depends on, its own included. */
  readonly consulted: readonly string[];
  /** Features it depends on and features its foreign keys point at. */
  readonly neighbours: readonly string[];
  /** Everything that other features' checks and the order of the outputs depend on, as one text. */
  readonly shape: string;
  /** Names of its tables, one per target that has one. */
  readonly tables: readonly string[];
}

/** Makes the baseline of a compilation without diagnostics. */
export function baselineOf(
  { lookalikes, trusted }: LinkResult,
  graph: FeatureGraph,
  versions: GraphVersions,
  targets: readonly CompiledTarget[],
): Baseline {
  return {
    features: featureRecords(graph, targets),
    lookalikes: [...lookalikes],
    trusted,
    versions: ownFeatures(graph, versions.features),
  };
}

/** A record for each feature with a declaration. */
export function featureRecords(graph: FeatureGraph, targets: readonly CompiledTarget[]): readonly FeatureRecord[] {
  const tables = tablesByFeature(targets);
  const elsewhere = targets.flatMap((target) => target.elsewhere);
  const ownerOf = new Map([
    ...elsewhere.flatMap(({ name, feature }) => (feature === null ? [] : [[name, feature] as const])),
    ...[...tables].flatMap(([key, printed]) => printed.map(({ table }) => [table.name, key] as const)),
  ]);
  return graph.features.flatMap((feature) =>
    feature.decl === null ? [] : [recordOf(feature, feature.decl.id.module, feature.decl.modules, tables, ownerOf)],
  );
}

function recordOf(
  feature: Feature,
  module: string,
  consulted: readonly string[],
  tables: ReadonlyMap<string, readonly PrintedTable[]>,
  ownerOf: ReadonlyMap<string, string>,
): FeatureRecord {
  const printed = tables.get(feature.key) ?? [];
  const referred = printed.flatMap(({ table }) => table.foreignKeys.map((key) => ownerOf.get(key.referredTable) ?? ""));
  const { key, project, selected, upstream } = feature;
  return {
    key,
    module,
    consulted,
    neighbours: [...new Set([...upstream, ...referred.filter((each) => each !== "")])],
    shape: JSON.stringify([project, selected, upstream, printed.map(shapeOf)]),
    tables: printed.map(({ table }) => table.name),
  };
}

/** The names a table takes, the tables it has to follow, and what has to stand before all tables for it. */
function shapeOf({ table, statements }: PrintedTable): unknown {
  return [
    table.schema,
    table.name,
    table.foreignKeys.map((key) => key.referredTable),
    table.primaryKey?.name,
    [table.indexes, table.uniqueConstraints, table.checkConstraints, table.foreignKeys].map((things) =>
      things.map(({ name }) => name),
    ),
    table.columns.some(({ type }) => type.kind === "vector"),
    statements.length > 0,
  ];
}

function tablesByFeature(targets: readonly CompiledTarget[]): ReadonlyMap<string, readonly PrintedTable[]> {
  const found = new Map<string, PrintedTable[]>();
  for (const printed of targets.flatMap((target) => target.tables)) {
    const key = printed.table.feature;
    if (key === null) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [printed]);
    else known.push(printed);
  }
  return found;
}
