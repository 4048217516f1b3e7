// An edit that changes what features say but not which features there are, nor how they hang together: only the touched
// features are compiled again, by the same stages, among the features they depend on. Whatever might reach further makes
// this give up, and everything is compiled.

import { type Baseline, type FeatureRecord, featureRecords } from "./baseline.ts";
import type { CompileInput } from "./compile.ts";
import { compileTarget } from "./compile-target.ts";
import { withoutIgnored } from "./diagnostics/ignore.ts";
import { link } from "./link/link.ts";
import { readLock } from "./lock/read-lock.ts";
import { closure } from "./model/closure.ts";
import type { OutputFile } from "./model/output.ts";
import { resolve } from "./resolve/resolve.ts";
import { ownFeatures, versionFeatures, versionProject } from "./versions/versions.ts";

/** More touched features than this share of all are compiled with the rest. */
const MOST_TOUCHED = 0.25;

/** The new parts of the outputs. */
export interface Recompilation {
  /** Outputs of the touched features and of those they depend on; only the units listed are of use. */
  readonly files: readonly OutputFile[];
  /** Units of the outputs that have to be replaced. */
  readonly units: ReadonlySet<string>;
  readonly baseline: Baseline;
}

/**
 * Compiles what an edit touches.
 *
 * @param changed modules whose text changed since the baseline
 * @returns null when everything has to be compiled
 */
export function recompile(baseline: Baseline, changed: readonly string[], input: CompileInput): Recompilation | null {
  const { modules, host, options } = input;
  const plan = planEdit(baseline, changed, input.entries);
  if (plan === null || options.fileStores.length > 0) return null;
  const linked = link(plan.entries, modules, host, baseline.trusted);
  if (linked.diagnostics.length > 0 || linked.value.spoilt) return null;
  const lock = readLock(options.lockFile, host);
  const graph = resolve(linked.value, { ...options, locked: lock.value.features }, host);
  const versions = versionFeatures(graph.value, options);
  const own = new Map(ownFeatures(graph.value, versions.value.features).map((feature) => [feature.key, feature]));
  const all = baseline.versions.map((known) => own.get(known.key) ?? known);
  const projectVersion = versionProject(all, options.hashTruncationLength);
  const targets = options.targets.map((target) =>
    compileTarget(target, { graph: graph.value, versions: { ...versions.value, projectVersion }, options }),
  );
  const found = [lock, graph, versions, ...targets].flatMap(({ diagnostics }) => diagnostics);
  if (withoutIgnored(found, (file) => modules.get(file)).length > 0) return null;
  const compiled = targets.map(({ value }) => value);
  const records = new Map(featureRecords(graph.value, compiled).map((record) => [record.key, record]));
  if (!hangsTogether(plan, records)) return null;
  return {
    files: compiled.flatMap((target) => target.files),
    units: unitsOf([...plan.touched.values()]),
    baseline: {
      features: baseline.features.map((record) =>
        plan.touched.has(record.key) ? (records.get(record.key) ?? record) : record,
      ),
      lookalikes: [...new Map([...baseline.lookalikes, ...linked.value.lookalikes])],
      trusted: [...new Set([...baseline.trusted, ...linked.value.trusted])],
      versions: all,
    },
  };
}

interface Plan {
  /** Modules whose classes have to be linked. */
  readonly entries: readonly string[];
  /** Modules in which every feature has to be accounted for. */
  readonly affected: ReadonlySet<string>;
  /** Features that say something else now, and all that depend on them. */
  readonly touched: ReadonlyMap<string, FeatureRecord>;
}

/** What an edit touches; null when that is not known or too much. */
function planEdit(baseline: Baseline, changed: readonly string[], entries: readonly string[]): Plan | null {
  const edited = new Set(changed);
  const sources = new Set(entries);
  const consults = (modules: readonly string[]) => modules.some((module) => edited.has(module));
  const spoken = new Set(baseline.features.flatMap(({ consulted }) => consulted));
  // A file that is read for nothing but its uses of others' constants: nobody knows what it would change.
  if (changed.some((module) => !sources.has(module) && !spoken.has(module))) return null;
  const affected = new Set([
    ...changed.filter((module) => sources.has(module)),
    ...baseline.features.filter(({ consulted }) => consults(consulted)).map(({ module }) => module),
    ...baseline.lookalikes.filter(([, consulted]) => consults(consulted)).map(([module]) => module),
  ]);
  const byKey = new Map(baseline.features.map((record) => [record.key, record]));
  const first = baseline.features.filter(({ module }) => affected.has(module)).map(({ key }) => key);
  const touched = closure(first, dependentsOf(baseline.features));
  if (touched.size > Math.max(10, baseline.features.length * MOST_TOUCHED)) return null;
  const needed = closure([...touched], (key) => byKey.get(key)?.neighbours ?? []);
  const modules = [...needed].flatMap((key) => byKey.get(key)?.module ?? []);
  return {
    entries: [...new Set([...modules, ...affected])].filter((module) => sources.has(module)),
    affected,
    touched: new Map([...touched].flatMap((key) => recordEntry(byKey.get(key)))),
  };
}

function recordEntry(record: FeatureRecord | undefined): readonly (readonly [string, FeatureRecord])[] {
  return record === undefined ? [] : [[record.key, record]];
}

function dependentsOf(features: readonly FeatureRecord[]): (key: string) => readonly string[] {
  const dependents = new Map<string, string[]>();
  for (const { key, neighbours } of features) {
    for (const neighbour of neighbours) {
      const known = dependents.get(neighbour);
      if (known === undefined) dependents.set(neighbour, [key]);
      else known.push(key);
    }
  }
  return (key) => dependents.get(key) ?? [];
}

/** Whether the touched features are the same ones, with the same names and neighbours, and no others came up. */
function hangsTogether({ touched, affected }: Plan, records: ReadonlyMap<string, FeatureRecord>): boolean {
  const isNew = ({ key, module }: FeatureRecord) => affected.has(module) && !touched.has(key);
  if ([...records.values()].some(isNew)) return false;
  return [...touched.values()].every((before) => {
    const after = records.get(before.key);
    return after !== undefined && after.shape === before.shape && after.module === before.module;
  });
}

function unitsOf(touched: readonly FeatureRecord[]): ReadonlySet<string> {
  const units = touched.flatMap(({ key, tables }) => [
    `feature ${key}`,
    ...tables.flatMap((name) => [`table ${name}`, `keys ${name}`]),
  ]);
  return new Set([...units, "project version"]);
}
